package fr.plisante.mailbox.sending;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** A letter goes to somebody. */
class NoRecipient extends Refusal {

    private static final long serialVersionUID = 1L;

    NoRecipient() {
        super(HttpStatus.BAD_REQUEST, "no-recipient");
        about("to");
    }
}
