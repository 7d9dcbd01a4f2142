package fr.plisante.mailbox.audit;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done, in the document it was done to.
 *
 * @param part number of the attachment, when it was done to one
 * @param by the account id of a person, or the name of a service
 * @param acr how strongly the person had signed in; 0 for a service
 */
public record AuditRecord(Action action, @Nullable Integer part, String by, int acr, Instant at) {

    /** Whether no person did it. */
    public boolean byService() {
        return acr == 0;
    }

    /** What can be done. */
    public enum Action {
        SENT,
        OPENED,
        MARKED_READ,
        MARKED_UNREAD,
        DOWNLOADED,
        EXPORTED,
        TRASHED,
        RESTORED,
        DELETED,
        /** Written by a newer version of this service. */
        UNKNOWN;

        /** The name people and programs use. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
