package fr.plisante.mailbox.entry;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The mailbox holds no such entry, or no longer. */
public class EntryNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    EntryNotFound() {
        super(HttpStatus.NOT_FOUND, "entry-not-found");
    }
}
