package fr.plisante.mailbox.entry;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** A letter goes to the bin and back to where it came from, nowhere else. */
class FolderNotAllowed extends Refusal {

    private static final long serialVersionUID = 1L;

    FolderNotAllowed() {
        super(HttpStatus.BAD_REQUEST, "folder-not-allowed");
    }
}
