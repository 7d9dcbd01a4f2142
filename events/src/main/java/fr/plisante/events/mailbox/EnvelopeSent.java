package fr.plisante.events.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An envelope is accepted and durable; its delivery follows.
 *
 * @param messageId the RFC 5322 Message-ID
 * @param recipients each mailbox once
 * @param size the bytes of the whole message as MIME; up to a third more than its text and files
 */
public record EnvelopeSent(
        UUID envelopeId,
        UUID fromMailboxId,
        String regionId,
        @Nullable UUID structureId,
        String fromAddress,
        String fromName,
        String messageId,
        List<Recipient> recipients,
        long size,
        int attachments,
        Instant sentAt)
        implements MailboxEvent {

    /** EnvelopeSent version 1, keyed by envelope id. */
    public static final String TOPIC = "plisante.mailbox.envelope-sent.v1";

    /** A mailbox the envelope goes to; {@code role} is {@code TO} or {@code CC}. */
    public record Recipient(UUID mailboxId, String address, String role) {}

    @Override
    public String key() {
        return envelopeId.toString();
    }
}
