package fr.plisante.mailbox.draft;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** A file of the letter has not arrived whole, or was removed. */
class UploadIncomplete extends Refusal {

    private static final long serialVersionUID = 1L;

    UploadIncomplete() {
        super(HttpStatus.CONFLICT, "upload-incomplete");
        about("uploads");
    }
}
