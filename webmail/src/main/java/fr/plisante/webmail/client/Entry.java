package fr.plisante.webmail.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list.
 *
 * @param sent whether it is the sender's own copy
 * @param state {@code sending} until every recipient has it, then {@code delivered}
 * @param uid none while a message that leaves is no entry of the mailbox yet
 * @param receipts how far a sent message has come
 */
public record Entry(
        String entryId,
        UUID envelopeId,
        boolean sent,
        @Nullable String state,
        @Nullable Long uid,
        boolean seen,
        boolean answered,
        boolean forwarded,
        Correspondent from,
        List<Correspondent> to,
        @Nullable String subject,
        @Nullable String preview,
        int attachments,
        Instant receivedAt,
        @Nullable Receipts receipts) {

    static final String SENDING = "sending";

    @SuppressWarnings("ConstantValue") // A message with copies alone may leave it out.
    public Entry {
        to = to == null ? List.of() : List.copyOf(to);
        subject = subject == null || subject.isBlank() ? null : subject;
    }

    /** Whether it is still on its way to a recipient. */
    public boolean sending() {
        return SENDING.equals(state);
    }

    /** Whether it can be changed: what has just left is no entry yet. */
    public boolean stored() {
        return uid != null;
    }

    /** Whether somebody still has to read it. */
    public boolean unread() {
        return !seen && !sent;
    }

    /** Those whose names stand in the line. */
    public List<Correspondent> shown() {
        return sent ? to : List.of(from);
    }

    /** How many of its recipients have a sent message, and have opened it. */
    public record Receipts(int recipients, int delivered, int opened) {}
}
