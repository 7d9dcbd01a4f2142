package fr.plisante.mailbox.envelope;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of an envelope in one mailbox. Whoever opened it is named, in an organisation's mailbox too.
 *
 * @param downloads the first download of each part, by its number
 */
public record Receipt(
        @Nullable Instant deliveredAt,
        @Nullable Act opened,
        @Nullable Refused refused,
        Map<String, Act> downloads) {

    /** Nothing is known yet. */
    static final Receipt NONE = new Receipt(null, null, null, Map.of());

    public Receipt {
        downloads = downloads == null ? Map.of() : Map.copyOf(downloads);
    }

    /** Something was done, by the person with this account id. */
    public record Act(Instant at, String by) {}

    /** The mailbox did not take it. */
    public record Refused(Instant at, Reason reason) {}

    /** Why a mailbox did not take it. */
    public enum Reason {
        MAILBOX_CLOSED,
        MAILBOX_UNKNOWN,
        /** Written by a newer version of this service. */
        UNKNOWN
    }

    /** How far it has come, as the sender is shown. */
    public enum State {
        SENT,
        DELIVERED,
        OPENED,
        REFUSED
    }

    /** How far it has come. */
    public State state() {
        if (refused != null) {
            return State.REFUSED;
        }
        if (opened != null) {
            return State.OPENED;
        }
        return deliveredAt != null ? State.DELIVERED : State.SENT;
    }
}
