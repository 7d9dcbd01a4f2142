package fr.plisante.mailbox.draft;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** Fewer bytes arrived than were announced; nothing of the file is kept. */
class UploadCut extends Refusal {

    private static final long serialVersionUID = 1L;

    UploadCut() {
        super(HttpStatus.BAD_REQUEST, "upload-cut");
    }
}
