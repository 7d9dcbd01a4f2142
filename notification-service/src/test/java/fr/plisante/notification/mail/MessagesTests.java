package fr.plisante.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTests {

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(bundle("/messages_en.properties").stringPropertyNames())
                .isEqualTo(bundle("/messages.properties").stringPropertyNames());
    }

    private static Properties bundle(String name) throws IOException {
        var bundle = new Properties();
        try (var in = Objects.requireNonNull(MessagesTests.class.getResourceAsStream(name))) {
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return bundle;
    }
}
