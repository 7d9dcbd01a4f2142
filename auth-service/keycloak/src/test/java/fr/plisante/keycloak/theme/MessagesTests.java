package fr.plisante.keycloak.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the pages and mails: both languages, readable by MessageFormat, none missing. */
class MessagesTests {

    private static final Path THEME = Path.of("src/main/resources/theme/plisante");
    private static final Pattern USED = Pattern.compile("msg\\(\"(plisante[A-Za-z]+)\"|\"(plisante[A-Z][A-Za-z]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void areThereInBothLanguages(String type) throws IOException {
        assertThat(messages(type, "fr").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(messages(type, "en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void takeTheSameParameters(String type) throws IOException {
        var english = messages(type, "en");
        messages(type, "fr")
                .forEach((key, french) -> assertThat(parameters((String) french))
                        .as("%s", key)
                        .isEqualTo(parameters(english.getProperty((String) key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void areReadableByMessageFormat(String type) throws IOException {
        for (var language : List.of("fr", "en")) {
            messages(type, language).forEach((key, text) -> {
                assertThatCode(() -> new MessageFormat((String) text, Locale.of(language)).format(new Object[] {3}))
                        .as("%s in %s", key, language)
                        .doesNotThrowAnyException();
                assertThat((String) text)
                        .as("a straight apostrophe vanishes in %s", key)
                        .doesNotContain("'");
            });
        }
    }

    @Test
    void saysTheSameOfAWrongPasswordALockAndAnUnknownAccount() throws IOException {
        for (var language : List.of("fr", "en")) {
            var messages = messages("login", language);

            assertThat(Arrays.asList(
                            messages.getProperty("accountTemporarilyDisabledMessage"),
                            messages.getProperty("accountPermanentlyDisabledMessage"),
                            messages.getProperty("invalidUsernameOrEmailMessage")))
                    .containsOnly(messages.getProperty("invalidUserMessage"));
        }
    }

    @Test
    void existForEveryKeyThatPagesAndCodeUse() throws IOException {
        var used = new TreeSet<String>();
        for (var file : filesUnder(THEME.resolve("login"), Path.of("src/main/java"))) {
            var matcher = USED.matcher(Files.readString(file));
            while (matcher.find()) {
                used.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
        }

        assertThat(used).isNotEmpty();
        assertThat(messages("login", "fr").stringPropertyNames()).containsAll(used);
    }

    @Test
    void standInPagesWithoutInlineScriptOrStyle() throws IOException {
        for (var file : filesUnder(THEME.resolve("login"))) {
            if (file.toString().endsWith(".ftl")) {
                assertThat(Files.readString(file))
                        .as("%s", file)
                        .doesNotContainPattern("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:");
            }
        }
    }

    private static List<Path> filesUnder(Path... roots) throws IOException {
        var all = new java.util.ArrayList<Path>();
        for (var root : roots) {
            try (var files = Files.walk(root)) {
                all.addAll(files.filter(file -> file.toString().matches(".*\\.(ftl|java)"))
                        .toList());
            }
        }
        return all;
    }

    private static String parameters(String text) {
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .sorted()
                .collect(Collectors.joining());
    }

    private static Properties messages(String type, String language) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(
                Files.readString(THEME.resolve(type).resolve("messages/messages_" + language + ".properties"))));
        return properties;
    }
}
