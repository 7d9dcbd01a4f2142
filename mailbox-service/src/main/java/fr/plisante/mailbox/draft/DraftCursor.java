package fr.plisante.mailbox.draft;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** The place in the list of drafts that a page goes on from: {@code <milliseconds>.<draftId>}. */
final class DraftCursor {

    private DraftCursor() {}

    static String after(Draft draft) {
        return draft.savedAt().toEpochMilli() + "." + draft.draftId();
    }

    static Drafts.Cursor parse(String cursor) {
        var dot = cursor.indexOf('.');
        try {
            return new Drafts.Cursor(
                    Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, Math.max(dot, 0)))),
                    UUID.fromString(cursor.substring(dot + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new CursorInvalid();
        }
    }
}
