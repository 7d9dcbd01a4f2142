package fr.plisante.mailbox.draft;

import fr.plisante.starter.web.Refusal;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The draft was sent meanwhile, perhaps from another tab: it is an envelope now. */
class DraftSent extends Refusal {

    private static final long serialVersionUID = 1L;

    DraftSent(UUID envelopeId) {
        super(HttpStatus.CONFLICT, "already-sent");
        with("envelopeId", envelopeId);
    }
}
