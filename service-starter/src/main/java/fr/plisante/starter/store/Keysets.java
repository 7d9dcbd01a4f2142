package fr.plisante.starter.store;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Reads Tink keysets (JSON) from files. */
public final class Keysets {

    private Keysets() {}

    /** What seals, opens or signs with the keys of a file, such as an {@code Aead}. */
    public static <P> P read(Path file, Class<P> primitive) {
        return read(
                file,
                primitive,
                text -> TinkJsonProtoKeysetFormat.parseKeyset(
                        text, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }

    /** The same for a file of public keys; one with a secret key in it is refused. */
    public static <P> P readPublic(Path file, Class<P> primitive) {
        return read(
                file,
                primitive,
                text -> TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(text, RegistryConfiguration.get()));
    }

    private static <P> P read(Path file, Class<P> primitive, Format format) {
        try {
            // Registers MAC and AEAD too.
            HybridConfig.register();
            return format.parse(Files.readString(file)).getPrimitive(RegistryConfiguration.get(), primitive);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key file " + file + " is not a Tink keyset for " + primitive.getSimpleName(), e);
        }
    }

    @FunctionalInterface
    private interface Format {
        KeysetHandle parse(String text) throws GeneralSecurityException;
    }
}
