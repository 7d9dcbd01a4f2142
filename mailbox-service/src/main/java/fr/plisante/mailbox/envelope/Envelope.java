package fr.plisante.mailbox.envelope;

import fr.plisante.starter.event.PendingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A sent letter. Its words are sealed under a key of its own: {@code summary} and {@code contents} here, the message in
 * the blob. Addresses and ids stand in clear.
 *
 * @param draftId of the draft it was; with the mailbox it identifies the sending, so a repeat sends nothing
 * @param content fingerprint of what was sent, to tell a repeat from another letter
 * @param sentBy the natural person, and {@code acr} how strongly they had signed in
 * @param key the letter's key wrapped by the service; gone once every mailbox holds it
 * @param receipts by mailbox id
 * @param blob the sealed message; gone with the last entry
 */
public record Envelope(
        @BsonId UUID envelopeId,
        UUID mailboxId,
        UUID draftId,
        Binary content,
        String regionId,
        String fromAddress,
        UUID sentBy,
        int acr,
        String messageId,
        Instant sentAt,
        List<Recipient> recipients,
        Map<String, Receipt> receipts,
        @Nullable Binary summary,
        @Nullable Binary contents,
        @Nullable String blob,
        long size,
        int attachments,
        @Nullable String answers,
        @Nullable String answersAs,
        @Nullable Binary key,
        Stage stage,
        @Nullable String scan,
        long version,
        List<PendingEvent> outbox,
        @Nullable Instant outboxAt) {

    /** How far it has come. */
    public enum Stage {
        /** Durable; its sender has been told so. */
        ACCEPTED,
        /** Looked at; until contents are scanned, {@code scan} says {@code none}. */
        CHECKED,
        /** In every mailbox that takes it. */
        DELIVERED
    }

    /** A mailbox it goes to; {@code role} is {@code TO} or {@code CC}. */
    public record Recipient(UUID mailboxId, String address, String role) {}

    /** What became of it in one mailbox; the person who opened it is named, organisation's mailbox or not. */
    public record Receipt(
            @Nullable Instant deliveredAt,
            @Nullable Instant openedAt,
            @Nullable String openedBy,
            @Nullable Instant refusedAt,
            @Nullable String reason,
            @Nullable Map<String, Download> downloads) {

        /** Nothing is known yet. */
        public static final Receipt NONE = new Receipt(null, null, null, null, null, null);

        /** The state the sender is shown. */
        public String state() {
            if (refusedAt != null) {
                return "REFUSED";
            }
            if (openedAt != null) {
                return "OPENED";
            }
            return deliveredAt != null ? "DELIVERED" : "SENT";
        }
    }

    /** The first download of a part. */
    public record Download(Instant at, String by) {}

    /** What became of it in a recipient's mailbox. */
    public Receipt receipt(UUID recipient) {
        return receipts.getOrDefault(recipient.toString(), Receipt.NONE);
    }
}
