package fr.plisante.mailbox.sending;

import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelope.Role;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.Refusal.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Those a message goes to, each mailbox once, and what is wrong with whom. */
final class Recipients {

    private record Recipient(Mailbox mailbox, Role role) {}

    private final Map<UUID, Recipient> found = new LinkedHashMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    /** Adds a mailbox; where it stands already, it keeps the header in which it stood first. */
    void add(Mailbox mailbox, Role role) {
        found.putIfAbsent(mailbox.mailboxId(), new Recipient(mailbox, role));
    }

    /** Notes why one of those that were named cannot be written to. */
    void refuse(FieldError error) {
        errors.add(error);
    }

    List<FieldError> errors() {
        return errors;
    }

    /** All of them, as the envelope names them. */
    List<Envelope.Recipient> all() {
        return found.values().stream()
                .map(one -> new Envelope.Recipient(
                        one.mailbox().mailboxId(), one.mailbox().address(), one.role()))
                .toList();
    }

    /** Those of one header. */
    List<Correspondent> in(Role role) {
        return found.values().stream()
                .filter(recipient -> recipient.role() == role)
                .map(recipient -> Correspondent.of(recipient.mailbox()))
                .toList();
    }
}
