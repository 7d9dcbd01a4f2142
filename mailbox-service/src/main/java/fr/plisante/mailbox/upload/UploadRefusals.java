package fr.plisante.mailbox.upload;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** Why a file is not added to a draft, not taken out of it or not sent. */
final class UploadRefusals {

    private UploadRefusals() {}

    /** The draft holds no such file. */
    static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "upload-not-found");
    }

    /** The name is empty, longer than 255 characters, or holds a line break. */
    static Refusal nameInvalid() {
        return new Refusal(HttpStatus.BAD_REQUEST, "file-name-invalid").about("name");
    }

    /** Fewer bytes arrived than were announced; nothing of the file is kept. */
    static Refusal cut() {
        return new Refusal(HttpStatus.BAD_REQUEST, "upload-cut");
    }

    /** Another file was uploaded under this id before; it stays as it is. */
    static Refusal different() {
        return new Refusal(HttpStatus.CONFLICT, "upload-different");
    }

    /** A file of the message has not arrived whole, or was removed. */
    static Refusal incomplete() {
        return new Refusal(HttpStatus.CONFLICT, "upload-incomplete").about("uploads");
    }

    /** The draft would be larger than a message may be; says how many bytes are left. */
    static Refusal tooLarge(long left, long limit) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "upload-too-large", megabytes(left), megabytes(limit))
                .with("left", left)
                .with("limit", limit);
    }

    /** The draft has as many files as a message may have. */
    static Refusal tooMany(int most) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too-many-uploads", most);
    }

    /** As people read sizes; always rounded down, so that what is said to fit does. */
    private static double megabytes(long bytes) {
        return Math.floor(bytes / 100_000.0) / 10;
    }
}
