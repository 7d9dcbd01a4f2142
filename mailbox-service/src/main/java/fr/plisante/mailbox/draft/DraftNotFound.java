package fr.plisante.mailbox.draft;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The mailbox holds no such draft, or no longer. */
class DraftNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    DraftNotFound() {
        super(HttpStatus.NOT_FOUND, "draft-not-found");
    }
}
