package fr.plisante.mailbox.sealing;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Holds an envelope's key from its sending to its delivery, while no mailbox but the sender's could. */
@Component
public class ServiceKey {

    private final Aead aead;

    ServiceKey(Aead keyset) {
        this.aead = keyset;
    }

    /** Wraps the key of an envelope on its way. */
    public byte[] wrap(EnvelopeKey key, UUID envelopeId) {
        try {
            return aead.encrypt(key.bytes(), context(envelopeId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of envelope " + envelopeId + " could not be wrapped", e);
        }
    }

    /** Unwraps the key of an envelope on its way. */
    public EnvelopeKey unwrap(byte[] wrapped, UUID envelopeId) {
        try {
            return new EnvelopeKey(aead.decrypt(wrapped, context(envelopeId)));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("key of envelope " + envelopeId, e);
        }
    }

    private static byte[] context(UUID envelopeId) {
        return ("service:" + envelopeId).getBytes(StandardCharsets.UTF_8);
    }
}
