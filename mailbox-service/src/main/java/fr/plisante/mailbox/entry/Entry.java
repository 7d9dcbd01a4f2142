package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.envelope.EnvelopeRef;
import fr.plisante.mailbox.mailbox.Folder;
import fr.plisante.starter.event.Outgoing;
import fr.plisante.starter.event.Publishing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What one mailbox holds of an envelope. What was deleted for good stays as an entry without key and text, in {@link
 * Folder#EXPUNGED}: a delivery repeated does not bring it back, and a client that follows {@code modSeq} learns of it.
 *
 * @param id mailbox and cause: {@code <mailboxId>:received:<envelopeId>}
 * @param regionId of the mailbox
 * @param modSeq increasing in its mailbox with every change
 * @param sealed gone when it was deleted for good
 * @param downloaded the parts that were downloaded
 * @param audit who changed what, latest last; what changed nothing is a {@link Reading}
 */
public record Entry(
        @BsonId String id,
        UUID mailboxId,
        String entryId,
        EnvelopeRef envelope,
        String regionId,
        Place place,
        long modSeq,
        Flags flags,
        @Nullable Sealed sealed,
        long size,
        int attachments,
        Instant receivedAt,
        List<Integer> downloaded,
        @Nullable Instant openedAt,
        List<AuditRecord> audit,
        Outgoing outgoing)
        implements Publishing {

    /** The version of a new one. */
    public static final long FIRST = 1;

    private static final String RECEIVED = "received:";
    private static final String SENT = "sent:";

    /** Where it stands; {@code uid} increases in its folder, as in IMAP. */
    public record Place(Folder folder, long uid) {}

    /** What was done with it, as IMAP's flags say it. */
    public record Flags(boolean seen, boolean answered, boolean forwarded) {

        /** Of what has just arrived. */
        public static final Flags NEW = new Flags(false, false, false);

        /** Of what its own writer keeps. */
        public static final Flags SEEN = new Flags(true, false, false);
    }

    /** The envelope's key wrapped by the mailbox's, and the envelope's summary. */
    public record Sealed(Binary wrappedKey, Binary summary) {}

    @Override
    public Document key() {
        return key(mailboxId, entryId);
    }

    /** The filter that finds an entry, with the mailbox by which entries are spread over a cluster. */
    static Document key(UUID mailboxId, String entryId) {
        return new Document("_id", id(mailboxId, entryId)).append("mailboxId", mailboxId);
    }

    /** The entry of a received envelope. */
    public static String received(UUID envelopeId) {
        return RECEIVED + envelopeId;
    }

    /** The entry of a sent envelope. */
    public static String sent(UUID envelopeId) {
        return SENT + envelopeId;
    }

    /** The envelope of such an entry; nothing if it is another. */
    static Optional<UUID> sentEnvelope(String entryId) {
        try {
            return entryId.startsWith(SENT)
                    ? Optional.of(UUID.fromString(entryId.substring(SENT.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The key of an entry in the store. */
    public static String id(UUID mailboxId, String entryId) {
        return mailboxId + ":" + entryId;
    }

    /** The context under which the key of an envelope is wrapped for a mailbox. */
    public static String keyContext(UUID mailboxId, UUID envelopeId) {
        return "entry:" + mailboxId + ":" + envelopeId;
    }

    /** Whether it came in, rather than went out. */
    public boolean received() {
        return entryId.startsWith(RECEIVED);
    }

    /** The folder it belongs in when it is not in the trash. */
    Folder home() {
        return received() ? Folder.INBOX : Folder.SENT;
    }
}
