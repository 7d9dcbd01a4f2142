package fr.plisante.mailbox.sending;

import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.envelope.Envelope.Role;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.MailboxKind;
import fr.plisante.mailbox.mailbox.Mailboxes;
import fr.plisante.mailbox.mime.MimeLetter.Person;
import fr.plisante.starter.web.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Who an address belongs to, and why it cannot be written to if so. */
@Component
class FindRecipients {

    private static final Pattern ADDRESS = Pattern.compile(
            "[a-z0-9][a-z0-9._+'-]{0,63}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+");

    private final Mailboxes mailboxes;
    private final MessageSource messages;
    private final String domain;

    FindRecipients(Mailboxes mailboxes, MessageSource messages, OperatorSettings operator) {
        this.mailboxes = mailboxes;
        this.messages = messages;
        this.domain = operator.domain().toLowerCase(Locale.ROOT);
    }

    /** Why an address cannot be written to. */
    enum Reason {
        NOT_AN_ADDRESS,
        OTHER_OPERATOR,
        UNKNOWN_HERE,
        CLOSED
    }

    record Reach(
            String address,
            boolean reachable,
            @Nullable Reason reason,
            @Nullable String name,
            @Nullable String profession,
            @Nullable String structure,
            @Nullable MailboxKind kind) {

        private static Reach not(String address, Reason reason) {
            return new Reach(address, false, reason, null, null, null, null);
        }
    }

    /** Those a letter goes to: each mailbox once, the persons of each header, and what is wrong with whom. */
    record Found(Map<UUID, Addressed> mailboxes, List<Person> to, List<Person> cc, List<FieldError> errors) {}

    /** A mailbox and the role in which it is written to. */
    record Addressed(Mailbox mailbox, Role role) {

        Correspondent correspondent() {
            return Correspondent.of(mailbox);
        }
    }

    Reach reach(String address) {
        var normal = Mailboxes.normal(address);
        return reach(normal, mailboxes.byAddress(Set.of(normal)).get(normal));
    }

    Found find(List<String> to, List<String> cc) {
        var known = mailboxes.byAddress(Stream.concat(to.stream(), cc.stream()).toList());
        var found = new Found(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        collect("to", to, known, found);
        collect("cc", cc, known, found);
        return found;
    }

    private void collect(String field, List<String> addresses, Map<String, Mailbox> known, Found found) {
        for (int i = 0; i < addresses.size(); i++) {
            var address = Mailboxes.normal(addresses.get(i));
            var mailbox = known.get(address);
            var reason = reach(address, mailbox).reason();
            if (mailbox == null || reason != null) {
                found.errors()
                        .add(new FieldError(
                                field + "[" + i + "]", sentence(reason == null ? Reason.UNKNOWN_HERE : reason)));
            } else if (found.mailboxes()
                            .putIfAbsent(
                                    mailbox.mailboxId(),
                                    new Addressed(mailbox, Role.valueOf(field.toUpperCase(Locale.ROOT))))
                    == null) {
                (field.equals("to") ? found.to() : found.cc()).add(new Person(mailbox.name(), address));
            }
        }
    }

    private Reach reach(String address, @Nullable Mailbox mailbox) {
        if (address.length() > 254 || !ADDRESS.matcher(address).matches()) {
            return Reach.not(address, Reason.NOT_AN_ADDRESS);
        }
        if (!address.endsWith("." + domain) && !address.endsWith("@" + domain)) {
            return Reach.not(address, Reason.OTHER_OPERATOR);
        }
        if (mailbox == null) {
            return Reach.not(address, Reason.UNKNOWN_HERE);
        }
        if (!mailbox.open()) {
            return Reach.not(address, Reason.CLOSED);
        }
        return new Reach(
                address,
                true,
                null,
                mailbox.name(),
                mailbox.professional().profession(),
                mailbox.workplace().structure(),
                mailbox.kind());
    }

    private String sentence(Reason reason) {
        return messages.getMessage("recipient." + reason.name(), null, LocaleContextHolder.getLocale());
    }
}
