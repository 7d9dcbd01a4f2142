package fr.plisante.events.mailbox;

import java.time.Instant;
import java.util.UUID;

/** A part of a received envelope was downloaded for the first time; {@code part} is its number, never its name. */
public record AttachmentDownloaded(UUID envelopeId, UUID mailboxId, UUID fromMailboxId, int part, Instant downloadedAt)
        implements MailboxEvent {

    /** AttachmentDownloaded version 1, keyed by mailbox id. */
    public static final String TOPIC = "plisante.mailbox.attachment-downloaded.v1";

    @Override
    public String key() {
        return mailboxId.toString();
    }
}
