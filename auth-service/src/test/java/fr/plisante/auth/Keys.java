package fr.plisante.auth;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Keys of one test run: the MAC key, and both halves of the pair that seals codes. */
public record Keys(Path mac, Path publicHalf, KeysetHandle pair) {

    public static Keys made() {
        try {
            MacConfig.register();
            HybridConfig.register();
            var keys = RegistryConfiguration.get();
            var mac = KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG, keys);
            var pair = KeysetHandle.generateNew(
                    HpkeParameters.builder()
                            .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                            .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                            .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                            .setVariant(HpkeParameters.Variant.TINK)
                            .build(),
                    keys);
            var folder = Files.createTempDirectory(Path.of("target"), "keys");
            return new Keys(
                    Files.writeString(
                            folder.resolve("mac.json"),
                            TinkJsonProtoKeysetFormat.serializeKeyset(mac, keys, InsecureSecretKeyAccess.get())),
                    Files.writeString(
                            folder.resolve("public.json"),
                            TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(pair.getPublicKeysetHandle(), keys)),
                    pair);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
