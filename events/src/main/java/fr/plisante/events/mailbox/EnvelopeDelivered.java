package fr.plisante.events.mailbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An envelope lies in a mailbox.
 *
 * @param mailboxId the mailbox it was put in
 * @param entryId the entry's id in that mailbox, which the page's address ends in
 */
public record EnvelopeDelivered(
        UUID envelopeId,
        UUID mailboxId,
        String regionId,
        @Nullable UUID structureId,
        String entryId,
        String toAddress,
        UUID fromMailboxId,
        String fromAddress,
        String fromName,
        long size,
        int attachments,
        Instant sentAt,
        Instant deliveredAt)
        implements MailboxEvent {

    /** EnvelopeDelivered version 1, keyed by mailbox id. */
    public static final String TOPIC = "plisante.mailbox.envelope-delivered.v1";

    @Override
    public String key() {
        return mailboxId.toString();
    }

    @Override
    public String subject() {
        return mailboxId + "/" + entryId;
    }
}
