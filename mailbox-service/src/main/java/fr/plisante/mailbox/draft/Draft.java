package fr.plisante.mailbox.draft;

import fr.plisante.mailbox.envelope.ReplyAction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A message being written. {@code version} counts the savings of its text; uploads come and go without touching it, so
 * that a file that arrives never makes the text stale.
 *
 * @param id mailbox and draft: {@code <mailboxId>:<draftId>}
 * @param key the draft's key wrapped by the mailbox's
 * @param text the {@link DraftText}, sealed by the draft's key
 * @param size bytes of the text and all uploads together, so that parallel writes cannot pass the limit
 * @param conversation null for a message that answers nothing
 * @param lastWriter the natural person who saved it last
 */
public record Draft(
        @BsonId String id,
        UUID mailboxId,
        UUID draftId,
        Binary key,
        Binary text,
        List<Upload> uploads,
        long size,
        @Nullable Conversation conversation,
        UUID lastWriter,
        Instant savedAt,
        long version) {

    /** A file that goes along: its bytes in a blob, its {@link DraftSeal.FileAbout} sealed in {@code about}. */
    public record Upload(UUID uploadId, String blob, Binary about, long size) {}

    /**
     * The message that a draft answers or forwards.
     *
     * @param inReplyTo id of its entry
     * @param inReplyToMessageId its Message-ID; null when it is forwarded
     * @param references the Message-IDs of the conversation, oldest first
     */
    public record Conversation(
            String inReplyTo, ReplyAction action, @Nullable String inReplyToMessageId, List<String> references) {}

    /** The key of a draft in the store. */
    public static String id(UUID mailboxId, UUID draftId) {
        return mailboxId + ":" + draftId;
    }

    Draft withoutText() {
        return new Draft(
                id,
                mailboxId,
                draftId,
                key,
                new Binary(new byte[0]),
                uploads,
                size,
                conversation,
                lastWriter,
                savedAt,
                version);
    }

    /** The upload with this id. */
    public Optional<Upload> upload(UUID uploadId) {
        return uploads.stream()
                .filter(upload -> upload.uploadId().equals(uploadId))
                .findFirst();
    }
}
