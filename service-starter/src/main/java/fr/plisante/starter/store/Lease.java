package fr.plisante.starter.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that one instance at a time takes on, kept in its document as {@code lease}.
 *
 * @param due when somebody may claim it; while somebody has it, when their time is over; absent once it is settled
 * @param attempts how often it was claimed; whoever lost a lease is known by an old number
 * @param reason why the last attempt did not succeed
 * @param claim what the last claimer marked it with, to find again what it got
 */
public record Lease(
        @Nullable Instant due,
        int attempts,
        @Nullable String reason,
        @Nullable String claim) {

    /** For work that nobody has tried yet. */
    public static Lease dueAt(Instant due) {
        return new Lease(due, 0, null, null);
    }

    /** For work that whoever writes it tries at once: nobody else has it before then. */
    public static Lease claimedUntil(Instant end) {
        return new Lease(end, 1, null, null);
    }
}
