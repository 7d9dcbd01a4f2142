package fr.plisante.mailbox.mailbox;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** The folders of a mailbox. */
public enum Folder {
    INBOX,
    SENT,
    TRASH,
    /** Where what was deleted for good is remembered, without its text. */
    EXPUNGED,
    /** Written by a newer version of this service. */
    UNKNOWN;

    /** The name people and programs use. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The folder of that name, if it can be looked into. */
    public static Optional<Folder> of(String wire) {
        return switch (wire) {
            case "inbox" -> Optional.of(INBOX);
            case "sent" -> Optional.of(SENT);
            case "trash" -> Optional.of(TRASH);
            default -> Optional.empty();
        };
    }
}
