package fr.plisante.events.mailbox;

import java.time.Instant;
import java.util.UUID;

/** A received envelope was opened for the first time. */
public record EnvelopeOpened(UUID envelopeId, UUID mailboxId, UUID fromMailboxId, Instant openedAt)
        implements MailboxEvent {

    /** EnvelopeOpened version 1, keyed by mailbox id. */
    public static final String TOPIC = "plisante.mailbox.envelope-opened.v1";

    @Override
    public String key() {
        return mailboxId.toString();
    }
}
