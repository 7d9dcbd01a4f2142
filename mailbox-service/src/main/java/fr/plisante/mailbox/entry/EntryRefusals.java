package fr.plisante.mailbox.entry;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** Why an entry cannot be read, moved or deleted. */
public final class EntryRefusals {

    private EntryRefusals() {}

    /** There is no such entry, or none any more. */
    public static Refusal entryNotFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "entry-not-found");
    }

    /** The message has no such attachment. */
    public static Refusal partNotFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "part-not-found");
    }

    /** There is no folder of that name. */
    public static Refusal folderUnknown() {
        return new Refusal(HttpStatus.BAD_REQUEST, "folder-unknown");
    }

    /** A message goes to the trash, and from there back to its own folder. */
    static Refusal folderNotAllowed() {
        return new Refusal(HttpStatus.BAD_REQUEST, "folder-not-allowed");
    }

    /** A message on its way stays where it is. */
    static Refusal entrySending() {
        return new Refusal(HttpStatus.CONFLICT, "entry-sending");
    }

    /** The numbers of the mailbox were made anew; what was read before says nothing of what comes. */
    static Refusal beginAgain() {
        return new Refusal(HttpStatus.GONE, "changes-begin-again");
    }

    /** Only what is in the trash is deleted for good. */
    static Refusal entryNotInTrash() {
        return new Refusal(HttpStatus.CONFLICT, "entry-not-in-trash");
    }
}
