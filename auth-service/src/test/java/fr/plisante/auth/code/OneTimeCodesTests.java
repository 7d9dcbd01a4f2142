package fr.plisante.auth.code;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.testkit.TestKeys;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class OneTimeCodesTests {

    private final TestKeys keys = TestKeys.fresh();
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
        var stored = codes(TestKeys.fresh()).mac("sign-in", 1, "123456");

        assertThat(codes.matches(stored, "sign-in", 1, "123456")).isFalse();
    }

    @Test
    void sealsACodeForOneSignIn() {
        var sealed = codes.seal("sign-in", "123456");

        assertThat(keys.openedCode(sealed, "sign-in")).isEqualTo("123456");
        Assertions.assertThatThrownBy(() -> keys.openedCode(sealed, "another"))
                .hasCauseInstanceOf(GeneralSecurityException.class);
    }

    private static OneTimeCodes codes(TestKeys keys) {
        var settings = new CodeSettings(
                Duration.ofMinutes(10),
                5,
                15,
                Duration.ofSeconds(30),
                5,
                30,
                Duration.ofDays(1),
                keys.files().codeMacKeyset(),
                keys.files().codePublicKeyset());
        return new OneTimeCodes(settings);
    }
}
