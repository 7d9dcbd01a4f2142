package fr.plisante.mailbox.draft;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The letter would be larger than a message may be; tells how much is left. */
class UploadTooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    UploadTooLarge(long left, long limit) {
        super(HttpStatus.CONTENT_TOO_LARGE, "upload-too-large", megabytes(left), megabytes(limit));
        with("left", left);
        with("limit", limit);
    }

    /** As people read sizes; always rounded down, so that what is said to fit does. */
    private static double megabytes(long bytes) {
        return Math.floor(bytes / 100_000.0) / 10;
    }
}
