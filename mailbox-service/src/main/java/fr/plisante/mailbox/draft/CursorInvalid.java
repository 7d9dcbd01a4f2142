package fr.plisante.mailbox.draft;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The place to go on from is none that a list gave out. */
class CursorInvalid extends Refusal {

    private static final long serialVersionUID = 1L;

    CursorInvalid() {
        super(HttpStatus.BAD_REQUEST, "cursor-invalid");
    }
}
