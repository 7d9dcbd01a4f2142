package fr.plisante.mailbox.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The key of one envelope, 256 random bits: short values are sealed with AES-256-GCM, blobs with its streaming form. */
public final class EnvelopeKey {

    static final int LENGTH = 32;
    private static final String MAC = "HmacSha256";
    /** How much of a blob is opened at a time; a part of a message is reached by opening all that stands before it. */
    private static final int SEGMENT = 64 * 1024;

    private final byte[] bytes;

    EnvelopeKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Derived when it is used: a key that only goes from one wrapping to another needs neither. */
    private Aead values() throws GeneralSecurityException {
        return new AesGcmJce(derive(bytes, "values"));
    }

    private StreamingAead streams() throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(derive(bytes, "streams"), MAC, LENGTH, SEGMENT, 0);
    }

    /** A new key. */
    public static EnvelopeKey random() {
        return new EnvelopeKey(Random.randBytes(LENGTH));
    }

    /** Seals a short value; {@code context} says what it is, and must be the same when it is opened. */
    public byte[] seal(byte[] plain, String context) {
        try {
            return values().encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not seal " + context, e);
        }
    }

    /** Opens a short value. */
    public byte[] open(byte[] sealed, String context) {
        try {
            return values().decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(context, e);
        }
    }

    /** Seals what is written to the returned stream; closing it closes {@code out} and is what makes it whole. */
    public OutputStream sealing(OutputStream out) throws IOException {
        try {
            return streams().newEncryptingStream(out, new byte[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not seal a blob", e);
        }
    }

    /** Opens what {@code sealing} wrote; a blob that was cut or changed fails as an {@link IOException} where it was. */
    public InputStream opening(InputStream in) throws IOException {
        try {
            return streams().newDecryptingStream(in, new byte[0]);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("blob", e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    static byte[] derive(byte[] key, String purpose) throws GeneralSecurityException {
        return Hkdf.computeHkdf(MAC, key, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), LENGTH);
    }
}
