package fr.plisante.mailbox.sending;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** A letter goes to no more people than the setting says. */
class TooManyRecipients extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyRecipients(String field, int most) {
        super(HttpStatus.BAD_REQUEST, "too-many-recipients", most);
        about(field);
    }
}
