package fr.plisante.mailbox.mime;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The object is longer than 500 characters or holds control characters. */
class ObjectInvalid extends Refusal {

    private static final long serialVersionUID = 1L;

    ObjectInvalid() {
        super(HttpStatus.BAD_REQUEST, "object-invalid");
        about("object");
    }
}
