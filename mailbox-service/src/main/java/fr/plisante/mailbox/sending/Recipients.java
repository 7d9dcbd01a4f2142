package fr.plisante.mailbox.sending;

import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.envelope.Envelope.Role;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.starter.web.FieldError;
import java.util.Collection;
import java.util.List;

/** Those a message goes to, each mailbox once, and what is wrong with whom. */
record Recipients(Collection<Recipient> all, List<FieldError> errors) {

    /** A mailbox and the header in which it stands. */
    record Recipient(Mailbox mailbox, Role role) {}

    /** Those of one header. */
    List<Correspondent> in(Role role) {
        return all.stream()
                .filter(recipient -> recipient.role() == role)
                .map(recipient -> Correspondent.of(recipient.mailbox()))
                .toList();
    }
}
