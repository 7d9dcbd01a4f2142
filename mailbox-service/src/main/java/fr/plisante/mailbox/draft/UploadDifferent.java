package fr.plisante.mailbox.draft;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** Another file was uploaded under this id before; it stays as it is. */
class UploadDifferent extends Refusal {

    private static final long serialVersionUID = 1L;

    UploadDifferent() {
        super(HttpStatus.CONFLICT, "upload-different");
    }
}
