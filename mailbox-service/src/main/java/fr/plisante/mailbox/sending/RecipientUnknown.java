package fr.plisante.mailbox.sending;

import fr.plisante.starter.web.FieldError;
import fr.plisante.starter.web.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Somebody the letter is for cannot be reached. */
class RecipientUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    RecipientUnknown(List<FieldError> errors) {
        super(HttpStatus.BAD_REQUEST, "recipient-unknown");
        with("errors", errors);
    }
}
