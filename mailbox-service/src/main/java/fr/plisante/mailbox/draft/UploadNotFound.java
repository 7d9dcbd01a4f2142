package fr.plisante.mailbox.draft;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The draft holds no such file. */
class UploadNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    UploadNotFound() {
        super(HttpStatus.NOT_FOUND, "upload-not-found");
    }
}
