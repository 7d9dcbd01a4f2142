package fr.plisante.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anne\r\nBcc: victim@example.test",
                "Anne\nBcc: victim@example.test",
                "Anne\u0085Bcc: victim@example.test",
                "Anne\u2028Bcc: victim@example.test",
                "Anne\u0000 \tBcc: victim@example.test"
            })
    void keepsANameOnOneLine(String hostile) {
        assertThat(OneLine.of(hostile)).isEqualTo("Anne Bcc: victim@example.test");
    }

    @Test
    void keepsEmojiAndAccents() {
        assertThat(OneLine.of("Zoé 👩🏽‍⚕️ D’Aubigné")).isEqualTo("Zoé 👩🏽‍⚕️ D’Aubigné");
    }

    @Test
    void keepsRightToLeftNamesToThemselves() {
        assertThat(OneLine.of("د. ليلى")).isEqualTo("\u2068د. ليلى\u2069");
    }

    @Test
    void dropsDirectionOverrides() {
        assertThat(OneLine.of("Anne \u202Egpj.exe")).isEqualTo("Anne gpj.exe");
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(OneLine.of("é".repeat(500))).hasSize(200);
    }
}
