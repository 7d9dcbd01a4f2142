package fr.plisante.mailbox.sending;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.envelope.Envelope.Role;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.Mailboxes;
import fr.plisante.starter.web.Refusal.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private final MessageSource texts;
    private final String domain;

    FindRecipients(Mailboxes mailboxes, MessageSource texts, OperatorSettings operator) {
        this.mailboxes = mailboxes;
        this.texts = texts;
        this.domain = operator.domain().toLowerCase(Locale.ROOT);
    }

    /** Why an address cannot be written to. */
    enum Reason {
        NOT_AN_ADDRESS,
        OTHER_OPERATOR,
        UNKNOWN_HERE,
        CLOSED
    }

    /** Whether an address can be written to, and who has it; of one that cannot, the address alone is known. */
    record Reach(
            boolean reachable,
            @Nullable Reason reason,
            @Nullable String kind,
            @JsonUnwrapped Correspondent correspondent) {}

    Reach reach(String address) {
        var normal = Mailboxes.normal(address);
        var mailbox = mailboxes.byAddress(Set.of(normal)).get(normal);
        var reason = reason(normal, mailbox);
        return mailbox == null || reason != null
                ? new Reach(false, reason, null, new Correspondent("", normal, null, null, null, null, null))
                : new Reach(true, null, mailbox.kind(), Correspondent.of(mailbox));
    }

    Recipients find(List<String> to, List<String> cc) {
        var known = mailboxes.byAddress(Stream.concat(to.stream(), cc.stream()).toList());
        var recipients = new Recipients();
        collect(recipients, Role.TO, to, known);
        collect(recipients, Role.CC, cc, known);
        return recipients;
    }

    private void collect(Recipients recipients, Role role, List<String> addresses, Map<String, Mailbox> known) {
        for (int i = 0; i < addresses.size(); i++) {
            var address = Mailboxes.normal(addresses.get(i));
            var mailbox = known.get(address);
            var reason = reason(address, mailbox);
            if (mailbox != null && reason == null) {
                recipients.add(mailbox, role);
            } else {
                var field = role.name().toLowerCase(Locale.ROOT) + "[" + i + "]";
                recipients.refuse(new FieldError(field, sentence(reason == null ? Reason.UNKNOWN_HERE : reason)));
            }
        }
    }

    private @Nullable Reason reason(String address, @Nullable Mailbox mailbox) {
        if (address.length() > 254 || !ADDRESS.matcher(address).matches()) {
            return Reason.NOT_AN_ADDRESS;
        }
        if (!address.endsWith("." + domain) && !address.endsWith("@" + domain)) {
            return Reason.OTHER_OPERATOR;
        }
        if (mailbox == null) {
            return Reason.UNKNOWN_HERE;
        }
        return mailbox.open() ? null : Reason.CLOSED;
    }

    private String sentence(Reason reason) {
        return texts.getMessage("recipient." + reason.name(), null, LocaleContextHolder.getLocale());
    }
}
