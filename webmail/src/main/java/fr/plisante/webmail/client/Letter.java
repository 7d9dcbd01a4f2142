package fr.plisante.webmail.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One letter, as the person who holds it sees it. */
@SuppressWarnings("ConstantValue") // JSON may leave lists out.
public record Letter(
        String entryId,
        String folder,
        boolean seen,
        boolean answered,
        boolean forwarded,
        Person from,
        List<Person> to,
        List<Person> cc,
        @Nullable String object,
        @Nullable Instant date,
        Instant receivedAt,
        @Nullable String text,
        boolean hasHtml,
        List<Part> parts,
        List<Recipient> recipients,
        @Nullable String onBehalfOf,
        long size) {

    public Letter {
        to = to == null ? List.of() : List.copyOf(to);
        cc = cc == null ? List.of() : List.copyOf(cc);
        parts = parts == null ? List.of() : List.copyOf(parts);
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
    }

    /** Whether it is ours rather than received. */
    public boolean sent() {
        return entryId.startsWith("sent:");
    }

    /** How many recipients have opened it. */
    public long opened() {
        return recipients.stream().filter(r -> r.openedAt() != null).count();
    }

    /** How many recipients it has reached. */
    public long delivered() {
        return recipients.stream().filter(r -> r.deliveredAt() != null).count();
    }

    /** An attachment. */
    public record Part(int part, String name, String type, long size) {}

    /** What became of the letter at one recipient; only the sender is told. */
    public record Recipient(
            @Nullable String name,
            String address,
            @Nullable String role,
            String state,
            @Nullable Instant deliveredAt,
            @Nullable Instant openedAt,
            @Nullable String openedBy,
            @Nullable String reason,
            List<Download> downloads) {

        public Recipient {
            downloads = downloads == null ? List.of() : List.copyOf(downloads);
        }

        /** What to call them. */
        public String called() {
            return name == null || name.isBlank() ? address : name;
        }
    }

    /** When an attachment was fetched. */
    public record Download(int part, Instant at) {}
}
