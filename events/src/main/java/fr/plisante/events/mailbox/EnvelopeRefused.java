package fr.plisante.events.mailbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An envelope could not be put in a mailbox.
 *
 * @param mailboxId the mailbox it was for
 * @param reason {@code MAILBOX_CLOSED} or {@code MAILBOX_UNKNOWN}
 */
public record EnvelopeRefused(
        UUID envelopeId,
        UUID fromMailboxId,
        String regionId,
        @Nullable UUID structureId,
        UUID mailboxId,
        String toAddress,
        String reason,
        Instant refusedAt)
        implements MailboxEvent {

    /** EnvelopeRefused version 1, keyed by envelope id. */
    public static final String TOPIC = "plisante.mailbox.envelope-refused.v1";

    @Override
    public String key() {
        return envelopeId.toString();
    }

    @Override
    public String subject() {
        return envelopeId + "/" + mailboxId;
    }
}
