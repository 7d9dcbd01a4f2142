package fr.plisante.mailbox.envelope;

import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.starter.event.Outgoing;
import fr.plisante.starter.event.Publishing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A sent message. Its text is sealed under a key of its own; addresses, ids, sizes and times stand in clear.
 *
 * @param mailboxId the sender's
 * @param draft what it was sent from; with the mailbox it identifies the sending, so a repeat sends nothing
 * @param recipients each mailbox once
 * @param receipts by mailbox id
 * @param sealed gone with the last entry
 * @param wrappedKey the envelope's key wrapped by the service; gone once it is settled
 * @param replyTo the entry of the sender's mailbox that it follows, if any
 * @param scan what the check of its contents found; absent until it was checked
 * @param settled whether every recipient has it or has refused it
 * @param audit who sent it; of older versions also who read it before it was settled
 */
public record Envelope(
        @BsonId UUID envelopeId,
        UUID mailboxId,
        FromDraft draft,
        String regionId,
        @Nullable UUID structureId,
        Sender sender,
        Message message,
        List<Recipient> recipients,
        Map<String, Receipt> receipts,
        @Nullable Sealed sealed,
        @Nullable Binary wrappedKey,
        @Nullable ReplyTo replyTo,
        @Nullable Scan scan,
        boolean settled,
        List<AuditRecord> audit,
        Outgoing outgoing)
        implements Publishing {

    /** The draft it was, and the fingerprint of what was sent, which tells a repeat from another message. */
    public record FromDraft(UUID draftId, Binary fingerprint) {}

    /** The address it comes from; the natural person who sent it, and how strongly they had signed in. */
    public record Sender(String address, UUID accountId, int acr) {}

    /** What stands in clear of the message; {@code messageId} is the RFC 5322 Message-ID. */
    public record Message(String messageId, Instant sentAt, long size, int attachments) {}

    /** The {@link SealedJson.Summary}, the blob with the whole message, and the {@link SealedJson.Content}. */
    public record Sealed(Binary summary, String blob, Binary content) {}

    /** A mailbox it goes to. */
    public record Recipient(UUID mailboxId, String address, Role role) {}

    /** In which header a recipient stands. */
    public enum Role {
        TO,
        CC,
        /** Written by a newer version of this service. */
        UNKNOWN
    }

    /** The entry that it replies to or forwards. */
    public record ReplyTo(String entryId, ReplyAction action) {}

    /** What the check of its contents found. */
    public enum Scan {
        /** Contents are not scanned yet, and nobody is promised that they were. */
        NONE,
        /** Written by a newer version of this service. */
        UNKNOWN
    }

    /** The blob with the whole message, while there is one. */
    public Optional<BlobId> blob() {
        return Optional.ofNullable(sealed).map(Sealed::blob).map(BlobId::new);
    }

    /** That it was sent is said until it is settled: then nothing that Kafka loses keeps it from its mailboxes. */
    @Override
    public boolean forgetsPublished() {
        return settled;
    }

    @Override
    public Document key() {
        return ref().key();
    }

    /** This envelope, for others to name it by. */
    public EnvelopeRef ref() {
        return new EnvelopeRef(envelopeId, mailboxId);
    }

    /** What became of it in a recipient's mailbox. */
    public Receipt receipt(UUID recipient) {
        return receipts.getOrDefault(recipient.toString(), Receipt.NONE);
    }

    /**
     * How far it has come at a recipient. Once it is settled, whoever has not refused it has it, also where an older
     * version did not note when.
     */
    public Receipt.State state(UUID recipient) {
        var told = receipt(recipient).state();
        return settled && told == Receipt.State.SENT ? Receipt.State.DELIVERED : told;
    }
}
