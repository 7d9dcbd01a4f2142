package fr.plisante.local.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    private static final byte[] TEXT = "Été".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void areMadeOnceAndReadAgain() {
        var first = Secrets.in(folder.resolve("secrets"));

        var again = Secrets.in(folder.resolve("secrets"));

        assertThat(again.client("gateway")).isEqualTo(first.client("gateway")).hasSizeGreaterThan(30);
        assertThat(again.adminPassword()).isEqualTo(first.adminPassword());
        assertThat(first.clientVariables()).hasSize(4).containsKey("PLISANTE_CLIENT_SECRET_AUTH_SERVICE");
    }

    @Test
    void canBeReadByTheirOwnerAlone() throws Exception {
        var secrets = folder.resolve("secrets");
        Secrets.in(secrets);

        try (var files = Files.list(secrets)) {
            assertThat(files.toList())
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
    }

    @Test
    void holdKeysetsThatWork() throws Exception {
        var secrets = Secrets.in(folder.resolve("secrets"));
        var keys = RegistryConfiguration.get();

        var aead = TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(secrets.keyset()), keys, InsecureSecretKeyAccess.get())
                .getPrimitive(keys, Aead.class);
        assertThat(aead.decrypt(aead.encrypt(TEXT, TEXT), TEXT)).isEqualTo(TEXT);

        var encrypt = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
                        Files.readString(secrets.codePublicKeyset()), keys)
                .getPrimitive(keys, HybridEncrypt.class);
        var decrypt = TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(secrets.codePrivateKeyset()), keys, InsecureSecretKeyAccess.get())
                .getPrimitive(keys, HybridDecrypt.class);
        assertThat(decrypt.decrypt(encrypt.encrypt(TEXT, TEXT), TEXT)).isEqualTo(TEXT);
    }
}
