package fr.plisante.local.secret;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Makes the Tink keysets that a deployment would take from its key management. */
final class Keysets {

    static final String MAILBOX = "mailbox-keyset.json";
    static final String SESSION = "session-keyset.json";
    static final String CODE_PUBLIC = "code-public-keyset.json";
    static final String CODE_PRIVATE = "code-private-keyset.json";
    static final String CODE_MAC = "code-mac-keyset.json";

    private Keysets() {}

    static void makeMissing(Path folder) throws IOException {
        try {
            AeadConfig.register();
            HybridConfig.register();
            MacConfig.register();
            makeAead(folder.resolve(MAILBOX));
            makeAead(folder.resolve(SESSION));
            makeMac(folder.resolve(CODE_MAC));
            makeHybrid(folder.resolve(CODE_PRIVATE), folder.resolve(CODE_PUBLIC));
        } catch (GeneralSecurityException e) {
            throw new IOException("a keyset could not be made", e);
        }
    }

    private static void makeAead(Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            var keys = RegistryConfiguration.get();
            Secrets.writePrivately(
                    file, secretJson(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, keys), keys));
        }
    }

    private static void makeMac(Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            var keys = RegistryConfiguration.get();
            Secrets.writePrivately(
                    file,
                    secretJson(KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG, keys), keys));
        }
    }

    private static void makeHybrid(Path privateFile, Path publicFile) throws IOException, GeneralSecurityException {
        if (!Files.exists(privateFile) || !Files.exists(publicFile)) {
            var keys = RegistryConfiguration.get();
            var pair = KeysetHandle.generateNew(
                    HpkeParameters.builder()
                            .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                            .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                            .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                            .setVariant(HpkeParameters.Variant.TINK)
                            .build(),
                    keys);
            var open = TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(pair.getPublicKeysetHandle(), keys);
            Secrets.writePrivately(publicFile, open);
            Secrets.writePrivately(privateFile, secretJson(pair, keys));
        }
    }

    private static String secretJson(KeysetHandle handle, Configuration keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, keys, InsecureSecretKeyAccess.get());
    }
}
