package fr.plisante.webmail.mail;

import java.util.List;

/**
 * One line that says what has just been done.
 *
 * @param key of its sentence
 * @param count of what it was done to
 * @param undo entries that « Annuler » would bring back, if it can be undone
 */
record Notice(String key, int count, List<String> undo) {

    /** What may stand in an address; anything else is nobody's notice. */
    private static final List<String> KNOWN = List.of(
            "trash", "restored", "deleted", "seen", "unseen", "sent", "draft-deleted", "draft-saved", "nothing-chosen");

    /** The notice an address asks for. */
    static List<Notice> from(String key, int count, List<String> undo) {
        return KNOWN.contains(key) ? List.of(new Notice(key, count, undo)) : List.of();
    }
}
