package fr.plisante.mailbox.sending;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The object holds line breaks or other control characters, or is too long. */
class ObjectInvalid extends Refusal {

    private static final long serialVersionUID = 1L;

    ObjectInvalid() {
        super(HttpStatus.BAD_REQUEST, "object-invalid");
        about("object");
    }
}
