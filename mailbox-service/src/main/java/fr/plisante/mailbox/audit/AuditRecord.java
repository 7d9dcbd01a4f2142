package fr.plisante.mailbox.audit;

import fr.plisante.starter.web.Caller;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done, in the document it was done to.
 *
 * @param part number of the attachment, when it was done to one
 * @param by the account id of a person, or the name of a service
 * @param acr how strongly the person had signed in; 0 for a service
 */
public record AuditRecord(Action action, @Nullable Integer part, String by, int acr, Instant at) {

    /** What a person does now. */
    public static AuditRecord of(Caller caller, Action action, @Nullable Integer part, Instant at) {
        return new AuditRecord(action, part, caller.accountId().toString(), caller.acr(), at);
    }

    /** Whether the same was done by the same, at whatever time. */
    public boolean sameAs(AuditRecord other) {
        return action == other.action && by.equals(other.by) && Objects.equals(part, other.part);
    }

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
