package fr.plisante.mailbox.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import fr.plisante.mailbox.sealing.MasterKey;
import fr.plisante.mailbox.sealing.WrappingKey;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The keys of mailboxes, unwrapped by the master key and kept in memory for minutes. */
@Component
public class MailboxKeys {

    private final Cache<UUID, WrappingKey> keys = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();
    private final Mailboxes mailboxes;
    private final MasterKey master;

    MailboxKeys(Mailboxes mailboxes, MasterKey master) {
        this.mailboxes = mailboxes;
        this.master = master;
    }

    /** Wraps an envelope's key for a mailbox; {@code context} names the document it is kept in. */
    public byte[] wrap(UUID mailboxId, EnvelopeKey key, String context) {
        return of(mailboxId).wrap(key, context);
    }

    /** Unwraps an envelope's key with that of the mailbox. */
    public EnvelopeKey unwrap(UUID mailboxId, byte[] wrapped, String context) {
        return of(mailboxId).unwrap(wrapped, context);
    }

    /** Tells two contents of a mailbox apart without keeping either. */
    public byte[] fingerprint(UUID mailboxId, byte[] content) {
        return of(mailboxId).fingerprint(content);
    }

    private WrappingKey of(UUID mailboxId) {
        return keys.get(mailboxId, this::unwrap);
    }

    private WrappingKey unwrap(UUID mailboxId) {
        return master.unwrap(mailboxes.require(mailboxId).wrappedKey().getData(), mailboxId);
    }
}
