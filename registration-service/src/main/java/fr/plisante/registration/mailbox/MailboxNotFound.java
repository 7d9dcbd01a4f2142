package fr.plisante.registration.mailbox;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** No organisational mailbox has this id. */
class MailboxNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    MailboxNotFound() {
        super(HttpStatus.NOT_FOUND, "mailbox-not-found");
    }
}
