package fr.plisante.mailbox.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of one mailbox: wraps the keys of the messages it holds. Destroying it closes them all. */
public final class WrappingKey {

    private final byte[] bytes;
    private final Aead aead;

    WrappingKey(byte[] bytes) {
        this.bytes = bytes.clone();
        try {
            aead = new AesGcmJce(EnvelopeKey.derive(bytes, "wrapping"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks AES-GCM", e);
        }
    }

    /** A new key. */
    public static WrappingKey random() {
        return new WrappingKey(Random.randBytes(EnvelopeKey.LENGTH));
    }

    /** Wraps an envelope's key; {@code context} says for which document. */
    public byte[] wrap(EnvelopeKey key, String context) {
        try {
            return aead.encrypt(key.bytes(), context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not wrap a key", e);
        }
    }

    /** Unwraps an envelope's key. */
    public EnvelopeKey unwrap(byte[] wrapped, String context) {
        try {
            return new EnvelopeKey(aead.decrypt(wrapped, context.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(context, e);
        }
    }

    /** Tells two contents apart without letting anyone who reads the store guess at them. */
    public byte[] fingerprint(byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(EnvelopeKey.derive(bytes, "fingerprints"), "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks HMAC-SHA-256", e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
