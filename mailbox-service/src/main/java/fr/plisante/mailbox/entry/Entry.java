package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.starter.event.PendingEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What one mailbox holds of an envelope. What was deleted for good stays as an entry without key and words, in {@link
 * Folder#EXPUNGED}: a delivery told again does not bring it back, and a client that follows {@code modSeq} learns of it.
 *
 * @param id mailbox and cause: {@code <mailboxId>:received:<envelopeId>}
 * @param uid increasing in its folder, as in IMAP
 * @param modSeq increasing in its mailbox with every change
 * @param key the envelope's key wrapped by the mailbox's
 * @param summary sealed by the envelope's key
 * @param downloaded the parts that were downloaded
 * @param audit who did what, latest last
 */
public record Entry(
        @BsonId String id,
        UUID mailboxId,
        String entryId,
        UUID envelopeId,
        UUID fromMailboxId,
        Folder folder,
        long uid,
        long modSeq,
        boolean seen,
        boolean answered,
        boolean forwarded,
        @Nullable Binary key,
        @Nullable Binary summary,
        long size,
        int attachments,
        Instant receivedAt,
        @Nullable Instant openedAt,
        List<Integer> downloaded,
        List<AuditRecord> audit,
        long version,
        List<PendingEvent> outbox,
        @Nullable Instant outboxAt) {

    private static final String RECEIVED = "received:";
    private static final String SENT = "sent:";

    /** The entry of a received envelope. */
    public static String received(UUID envelopeId) {
        return RECEIVED + envelopeId;
    }

    /** The entry of a sent envelope. */
    public static String sent(UUID envelopeId) {
        return SENT + envelopeId;
    }

    /** The key of an entry in the store. */
    public static String id(UUID mailboxId, String entryId) {
        return mailboxId + ":" + entryId;
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
