package fr.plisante.events.mailbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a received envelope was downloaded for the first time.
 *
 * @param mailboxId the mailbox it was received in
 * @param part its number, never its name
 */
public record AttachmentDownloaded(
        UUID envelopeId,
        UUID mailboxId,
        String regionId,
        @Nullable UUID structureId,
        String entryId,
        UUID fromMailboxId,
        int part,
        Instant downloadedAt)
        implements MailboxEvent {

    /** AttachmentDownloaded version 1, keyed by mailbox id. */
    public static final String TOPIC = "plisante.mailbox.attachment-downloaded.v1";

    @Override
    public String key() {
        return mailboxId.toString();
    }

    @Override
    public String subject() {
        return mailboxId + "/" + entryId;
    }
}
