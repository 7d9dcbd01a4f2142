package fr.plisante.mailbox.sealing;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The operator's key as it wraps mailbox keys, so that rotating it touches no message. {@link ServiceKey} uses the same
 * keyset for envelopes on their way: an old key stays in it until those are delivered, too.
 */
@Component
public class MasterKey {

    private final Aead aead;

    MasterKey(Aead keyset) {
        this.aead = keyset;
    }

    /** Wraps a mailbox's key. */
    public byte[] wrap(WrappingKey key, UUID mailboxId) {
        try {
            return aead.encrypt(key.bytes(), context(mailboxId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of mailbox " + mailboxId + " could not be wrapped", e);
        }
    }

    /** Unwraps a mailbox's key. */
    public WrappingKey unwrap(byte[] wrapped, UUID mailboxId) {
        try {
            return new WrappingKey(aead.decrypt(wrapped, context(mailboxId)));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("key of mailbox " + mailboxId, e);
        }
    }

    private static byte[] context(UUID mailboxId) {
        return ("mailbox:" + mailboxId).getBytes(StandardCharsets.UTF_8);
    }
}
