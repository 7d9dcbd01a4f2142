package fr.plisante.mailbox.entry;

import java.util.Locale;
import java.util.Optional;

/** The folders of a mailbox. */
public enum Folder {
    INBOX,
    SENT,
    BIN,
    /** Where what was deleted for good is remembered, without its words. */
    GONE;

    /** The name people and programs use. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The folder of that name, if it can be looked into. */
    static Optional<Folder> of(String wire) {
        return switch (wire) {
            case "inbox" -> Optional.of(INBOX);
            case "sent" -> Optional.of(SENT);
            case "bin" -> Optional.of(BIN);
            default -> Optional.empty();
        };
    }
}
