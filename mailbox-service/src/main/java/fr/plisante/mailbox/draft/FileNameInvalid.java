package fr.plisante.mailbox.draft;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** A file name is empty, longer than 255 characters, or holds a line break. */
class FileNameInvalid extends Refusal {

    private static final long serialVersionUID = 1L;

    FileNameInvalid() {
        super(HttpStatus.BAD_REQUEST, "file-name-invalid");
        about("name");
    }
}
