package fr.plisante.mailbox.entry;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The letter has no such part. */
class PartNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    PartNotFound() {
        super(HttpStatus.NOT_FOUND, "part-not-found");
    }
}
