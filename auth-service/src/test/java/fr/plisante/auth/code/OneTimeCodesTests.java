package fr.plisante.auth.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.RegistryConfiguration;
import fr.plisante.auth.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class OneTimeCodesTests {

    private final Keys keys = Keys.made();
    private final OneTimeCodes codes = codes(keys);

    @Test
    void drawsSixDigitsThatDiffer() {
        var drawn = Stream.generate(codes::draw).limit(100).toList();

        assertThat(drawn).allMatch(code -> code.matches("[0-9]{6}"));
        assertThat(drawn.stream().distinct().count()).isGreaterThan(90);
    }

    @Test
    void matchesTheCodeOfThisSignInAndNumberAlone() {
        var stored = codes.mac("sign-in", 1, "123456");

        assertThat(codes.matches(stored, "sign-in", 1, "123456")).isTrue();
        assertThat(codes.matches(stored, "sign-in", 1, "123457")).isFalse();
        assertThat(codes.matches(stored, "sign-in", 2, "123456")).isFalse();
        assertThat(codes.matches(stored, "another", 1, "123456")).isFalse();
    }

    @Test
    void matchesNothingUnderAnotherKey() {
        var stored = codes(Keys.made()).mac("sign-in", 1, "123456");

        assertThat(codes.matches(stored, "sign-in", 1, "123456")).isFalse();
    }

    @Test
    void sealsACodeForOneSignIn() throws GeneralSecurityException {
        var sealed = Base64.getDecoder().decode(codes.seal("sign-in", "123456"));
        var opener = keys.pair().getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);

        assertThat(opener.decrypt(sealed, "sign-in".getBytes(StandardCharsets.UTF_8)))
                .asString()
                .isEqualTo("123456");
        Assertions.assertThatThrownBy(() -> opener.decrypt(sealed, "another".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private static OneTimeCodes codes(Keys keys) {
        var settings = new CodeSettings(
                Duration.ofMinutes(10),
                5,
                15,
                Duration.ofSeconds(30),
                5,
                30,
                Duration.ofDays(1),
                keys.mac(),
                keys.publicHalf());
        try {
            return new OneTimeCodes(settings);
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
