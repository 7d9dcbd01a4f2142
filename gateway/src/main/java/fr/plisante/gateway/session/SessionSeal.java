package fr.plisante.gateway.session;

import com.google.crypto.tink.Aead;
import fr.plisante.starter.store.Keysets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;

/**
 * Seals the attributes of a session and opens them again.
 *
 * <p>They are written by Java serialization, the only complete form of Spring Security's tokens and context. Only bytes
 * that this key sealed for the same document are read back.
 */
final class SessionSeal {

    private final Aead aead;

    SessionSeal(Aead aead) {
        this.aead = aead;
    }

    static SessionSeal fromFile(Path keyFile) {
        return new SessionSeal(Keysets.read(keyFile, Aead.class));
    }

    byte[] seal(Map<String, Object> attributes, String documentId) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new HashMap<>(attributes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return aead.encrypt(bytes.toByteArray(), associated(documentId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A session could not be sealed", e);
        }
    }

    /** Throws {@link GeneralSecurityException} if these bytes were not sealed by our key for this document. */
    @SuppressWarnings("unchecked")
    Map<String, Object> open(byte[] sealed, String documentId) throws GeneralSecurityException {
        byte[] plain = aead.decrypt(sealed, associated(documentId));
        try (var in = new ObjectInputStream(new ByteArrayInputStream(plain))) {
            return (Map<String, Object>) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new GeneralSecurityException("A session of another version of the gateway", e);
        }
    }

    private static byte[] associated(String documentId) {
        return ("session:" + documentId).getBytes(StandardCharsets.UTF_8);
    }
}
