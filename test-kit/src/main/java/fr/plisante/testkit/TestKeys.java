package fr.plisante.testkit;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import fr.plisante.local.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Keysets as the launcher makes them, in files. */
public record TestKeys(Secrets files) {

    private static final TestKeys OF_THIS_JVM = fresh();

    public static TestKeys ofThisJvm() {
        return OF_THIS_JVM;
    }

    public static TestKeys fresh() {
        return new TestKeys(Secrets.in(OwnFolder.fresh("keys")));
    }

    /** A one-time code as auth-service publishes it. */
    public String sealedCode(String code, String signInId) {
        try {
            var key = codeKeys().getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
            return Base64.getEncoder().encodeToString(key.encrypt(utf8(code), utf8(signInId)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code that notification-service puts into the mail. */
    public String openedCode(String sealedCode, String signInId) {
        try {
            var key = codeKeys().getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
            var code = key.decrypt(Base64.getDecoder().decode(sealedCode), utf8(signInId));
            return new String(code, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeysetHandle codeKeys() throws GeneralSecurityException {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(files.codePrivateKeyset()),
                    RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
