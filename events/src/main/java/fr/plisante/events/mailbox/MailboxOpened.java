package fr.plisante.events.mailbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox is ready to receive.
 *
 * @param kind {@code PER}, {@code MED} or {@code ORG}
 */
public record MailboxOpened(
        UUID mailboxId, String regionId, @Nullable UUID structureId, String kind, String address)
        implements MailboxEvent {

    /** MailboxOpened version 1, keyed by mailbox id. */
    public static final String TOPIC = "plisante.mailbox.mailbox-opened.v1";

    @Override
    public String key() {
        return mailboxId.toString();
    }
}
