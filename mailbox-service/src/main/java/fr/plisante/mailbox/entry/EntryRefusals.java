package fr.plisante.mailbox.entry;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** Why an entry cannot be read, moved or deleted. */
final class EntryRefusals {

    private EntryRefusals() {}

    static Refusal entryNotFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "entry-not-found");
    }

    static Refusal partNotFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "part-not-found");
    }

    static Refusal folderUnknown() {
        return new Refusal(HttpStatus.BAD_REQUEST, "folder-unknown");
    }

    /** A message goes to the trash, and from there back to its own folder. */
    static Refusal folderNotAllowed() {
        return new Refusal(HttpStatus.BAD_REQUEST, "folder-not-allowed");
    }

    /** Only what is in the trash is deleted for good. */
    static Refusal entryNotInTrash() {
        return new Refusal(HttpStatus.CONFLICT, "entry-not-in-trash");
    }
}
