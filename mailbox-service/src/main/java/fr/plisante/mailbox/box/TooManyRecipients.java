package fr.plisante.mailbox.box;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The letter goes to more people than is allowed. */
class TooManyRecipients extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyRecipients(String field, int most) {
        super(HttpStatus.BAD_REQUEST, "too-many-recipients", most);
        about(field);
    }
}
