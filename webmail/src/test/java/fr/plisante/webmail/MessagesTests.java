package fr.plisante.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** French and English say the same things. */
class MessagesTests {

    private final Properties french = read("/messages.properties");
    private final Properties english = read("/messages_en.properties");

    @Test
    void haveTheSameKeysInBothLanguages() {
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(french.stringPropertyNames());
    }

    @Test
    void haveTheSamePlaceholdersInBothLanguages() {
        for (var key : french.stringPropertyNames()) {
            if (!key.startsWith("js.")) {
                assertThat(new MessageFormat(english.getProperty(key), Locale.ENGLISH).getFormatsByArgumentIndex())
                        .as(key)
                        .hasSameSizeAs(
                                new MessageFormat(french.getProperty(key), Locale.FRENCH).getFormatsByArgumentIndex());
            }
        }
    }

    @Test
    void keepFrenchPunctuationOnItsLine() {
        for (var key : french.stringPropertyNames()) {
            assertThat(french.getProperty(key))
                    .as(key)
                    .doesNotContainPattern(" [?!;:»]")
                    .doesNotContain("« ", "'");
        }
    }

    private static Properties read(String name) {
        try (var reader =
                new InputStreamReader(MessagesTests.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
