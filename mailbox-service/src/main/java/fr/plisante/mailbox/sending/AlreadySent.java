package fr.plisante.mailbox.sending;

import fr.plisante.mailbox.entry.Entry;
import fr.plisante.starter.web.Refusal;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The draft was sent before, with other words. */
class AlreadySent extends Refusal {

    private static final long serialVersionUID = 1L;

    AlreadySent(UUID envelopeId) {
        super(HttpStatus.CONFLICT, "already-sent");
        with("envelopeId", envelopeId).with("entryId", Entry.sent(envelopeId));
    }
}
