package fr.plisante.registration.account;

import fr.plisante.registration.text.FieldRefusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;

/** Another account has this ordinary e-mail address. */
class EmailTaken extends FieldRefusal {

    private static final long serialVersionUID = 1L;

    EmailTaken(MessageSource messages) {
        super(messages, HttpStatus.CONFLICT, "email-taken", "email");
    }
}
