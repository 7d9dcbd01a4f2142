package fr.plisante.webmail.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a folder, newest first.
 *
 * @param next where the following stretch begins
 */
public record EntryPage(List<Entry> entries, @Nullable String next) {

    /** One line of a list. */
    public record Entry(
            String entryId,
            String folder,
            boolean seen,
            boolean answered,
            boolean forwarded,
            Person from,
            List<Person> to,
            @Nullable String object,
            @Nullable String preview,
            int attachments,
            long size,
            Instant receivedAt,
            @Nullable Receipts receipts) {

        @SuppressWarnings("ConstantValue") // A letter with copies alone may leave it out.
        public Entry {
            to = to == null ? List.of() : List.copyOf(to);
        }

        /** Whether it is ours rather than received. */
        public boolean sent() {
            return entryId.startsWith("sent:");
        }
    }

    /** How far a sent letter has come. */
    public record Receipts(int recipients, int delivered, int opened) {}
}
