package fr.plisante.events.mailbox;

import java.time.Instant;
import java.util.UUID;

/** An envelope lies in a mailbox. {@code entry} is the entry's cause, {@code received:<envelope>}, which the page's address ends in. */
public record EnvelopeDelivered(
        UUID envelopeId,
        UUID mailboxId,
        String entry,
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
}
