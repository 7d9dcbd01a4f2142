package fr.plisante.mailbox.draft;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** What stands for a recipient can be no address: too long, or with a line break. */
class RecipientInvalid extends Refusal {

    private static final long serialVersionUID = 1L;

    RecipientInvalid(String field) {
        super(HttpStatus.BAD_REQUEST, "recipient-invalid");
        about(field);
    }
}
