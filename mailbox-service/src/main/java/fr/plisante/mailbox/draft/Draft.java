package fr.plisante.mailbox.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A letter being written. {@code version} counts the savings of its words; uploads come and go without touching it, so
 * that a file that arrives never makes the text stale.
 *
 * @param id mailbox and draft: {@code <mailboxId>:<draftId>}
 * @param key the draft's key wrapped by the mailbox's
 * @param words sealed by the draft's key
 * @param attached the size of all uploads together, so that parallel uploads cannot pass the limit
 * @param answers entry that it answers, {@code as} how
 * @param lastWriter the natural person who saved it last
 */
public record Draft(
        @BsonId String id,
        UUID mailboxId,
        UUID draftId,
        Binary key,
        Binary words,
        List<Upload> uploads,
        long attached,
        @Nullable String answers,
        @Nullable String as,
        @Nullable String inReplyTo,
        List<String> references,
        UUID lastWriter,
        Instant savedAt,
        long version) {

    /** A file that goes along: its bytes in a blob, its name, type and SHA-256 in {@code about}, all sealed. */
    public record Upload(UUID uploadId, String blob, Binary about, long size) {}

    static String id(UUID mailboxId, UUID draftId) {
        return mailboxId + ":" + draftId;
    }

    Optional<Upload> upload(UUID uploadId) {
        return uploads.stream()
                .filter(upload -> upload.uploadId().equals(uploadId))
                .findFirst();
    }
}
