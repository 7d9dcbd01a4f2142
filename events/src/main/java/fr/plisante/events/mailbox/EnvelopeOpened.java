package fr.plisante.events.mailbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A received envelope was opened for the first time.
 *
 * @param mailboxId the mailbox it was received in
 */
public record EnvelopeOpened(
        UUID envelopeId,
        UUID mailboxId,
        String regionId,
        @Nullable UUID structureId,
        String entryId,
        UUID fromMailboxId,
        Instant openedAt)
        implements MailboxEvent {

    /** EnvelopeOpened version 1, keyed by mailbox id. */
    public static final String TOPIC = "plisante.mailbox.envelope-opened.v1";

    @Override
    public String key() {
        return mailboxId.toString();
    }

    @Override
    public String subject() {
        return mailboxId + "/" + entryId;
    }
}
