package fr.plisante.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.plisante.testkit.TestKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionSealTests {

    private final SessionSeal seal =
            SessionSeal.fromFile(TestKeys.fresh().files().sessionKey());

    @Test
    void opensWhatItSealed() throws Exception {
        var sealed = seal.seal(Map.of("token", "jeton-secret", "n", 3), "document");

        assertThat(seal.open(sealed, "document")).isEqualTo(Map.of("token", "jeton-secret", "n", 3));
    }

    @Test
    void showsNothingOfWhatItSealed() {
        var sealed = seal.seal(Map.of("token", "jeton-secret"), "document");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("jeton", "token");
    }

    @Test
    void refusesBytesMovedToAnotherSession() {
        var sealed = seal.seal(Map.of("token", "jeton-secret"), "document");

        assertThatThrownBy(() -> seal.open(sealed, "other")).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void refusesAnotherKey() {
        var sealed = SessionSeal.fromFile(TestKeys.fresh().files().sessionKey())
                .seal(Map.of("token", "jeton-secret"), "document");

        assertThatThrownBy(() -> seal.open(sealed, "document")).isInstanceOf(GeneralSecurityException.class);
    }
}
