package fr.plisante.mailbox;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A keyset and a folder of blobs of this run. */
class OwnFiles implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            AeadConfig.register();
            var folder = Files.createTempDirectory("plisante-mailbox");
            var keyset = folder.resolve("keyset.json");
            var keys = RegistryConfiguration.get();
            Files.writeString(
                    keyset,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, keys),
                            keys,
                            InsecureSecretKeyAccess.get()));
            TestPropertyValues.of("plisante.keyset.file=" + keyset, "plisante.blob.folder=" + folder.resolve("blobs"))
                    .applyTo(context);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
