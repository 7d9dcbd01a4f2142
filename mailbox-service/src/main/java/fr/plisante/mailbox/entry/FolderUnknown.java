package fr.plisante.mailbox.entry;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** There is no folder of that name. */
class FolderUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    FolderUnknown() {
        super(HttpStatus.BAD_REQUEST, "folder-unknown");
    }
}
