package fr.plisante.webmail.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One message, as the person who holds it sees it.
 *
 * @param sent whether it is the sender's own copy
 * @param state {@code sending} until every recipient has it, then {@code delivered}
 * @param uid none while a message that leaves is no entry of the mailbox yet
 * @param text its plain text, if it has no HTML
 * @param recipients what became of it at each recipient; only the sender is told
 * @param onBehalfOf who wrote it in the name of a team
 */
@SuppressWarnings("ConstantValue") // JSON may leave lists out.
public record Message(
        String entryId,
        UUID envelopeId,
        String folder,
        boolean sent,
        @Nullable String state,
        @Nullable Long uid,
        boolean seen,
        Correspondent from,
        List<Correspondent> to,
        List<Correspondent> cc,
        @Nullable String subject,
        Instant receivedAt,
        @Nullable String text,
        boolean hasHtml,
        List<Part> parts,
        List<Recipient> recipients,
        @Nullable String onBehalfOf) {

    public Message {
        to = to == null ? List.of() : List.copyOf(to);
        subject = subject == null || subject.isBlank() ? null : subject;
        cc = cc == null ? List.of() : List.copyOf(cc);
        parts = parts == null ? List.of() : List.copyOf(parts);
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
    }

    /** Whether it is still on its way to a recipient. */
    public boolean sending() {
        return Entry.SENDING.equals(state);
    }

    /** Whether it can be answered and changed: what has just left is no entry yet. */
    public boolean stored() {
        return uid != null;
    }

    /** Everybody named in its head. */
    public Stream<Correspondent> people() {
        return Stream.of(Stream.of(from), to.stream(), cc.stream()).flatMap(some -> some);
    }

    /** How many recipients have opened it. */
    public long opened() {
        return recipients.stream().filter(r -> r.openedAt() != null).count();
    }

    /** How many recipients it has reached. */
    public long delivered() {
        return recipients.stream().filter(Recipient::delivered).count();
    }

    /** An attachment. */
    public record Part(int part, String name, String type, long size) {}

    /** What became of the message at one recipient. */
    public record Recipient(
            @Nullable String name,
            String address,
            String state,
            @Nullable Instant deliveredAt,
            @Nullable Instant openedAt,
            @Nullable String openedBy,
            List<Download> downloads) {

        public Recipient {
            downloads = downloads == null ? List.of() : List.copyOf(downloads);
        }

        /** Whether it lies there, even before its receipt says since when. */
        public boolean delivered() {
            return state.equals("DELIVERED") || state.equals("OPENED");
        }
    }

    /** When an attachment was fetched. */
    public record Download(int part, Instant at) {}
}
