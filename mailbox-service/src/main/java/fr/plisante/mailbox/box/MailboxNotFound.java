package fr.plisante.mailbox.box;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** There is no such mailbox, or the caller may not know of it: the two look alike. */
public class MailboxNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    /** A refusal that names nothing. */
    public MailboxNotFound() {
        super(HttpStatus.NOT_FOUND, "mailbox-not-found");
    }
}
