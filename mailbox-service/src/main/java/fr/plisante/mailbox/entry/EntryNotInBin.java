package fr.plisante.mailbox.entry;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** Only what is in the bin is deleted for good. */
class EntryNotInBin extends Refusal {

    private static final long serialVersionUID = 1L;

    EntryNotInBin() {
        super(HttpStatus.CONFLICT, "entry-not-in-bin");
    }
}
