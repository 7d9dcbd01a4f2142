package fr.plisante.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every format ever released stays readable, every topic follows the rule, and the documentation names them all. */
class ContractTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Stream<Class<? extends Event>> types() {
        return Contract.FAMILIES.stream().flatMap(Contract::events);
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsAndWritesItsGoldenJson(Class<? extends Event> type) throws IOException {
        var golden = Files.readString(Path.of("src/test/resources/golden", noun(type), kebab(type) + ".v1.json"));

        var event = JSON.readValue(golden, type);

        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(JSON.readTree(golden));
        assertThat(event.key()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesItsTopicByTheRule(Class<? extends Event> type) {
        assertThat(Contract.topic(type)).isEqualTo("plisante." + noun(type) + "." + kebab(type) + ".v1");
        assertThat(type.getSimpleName()).doesNotEndWith("Event");
        assertThat(Contract.type(Contract.topic(type))).isEqualTo(type);
    }

    @Test
    void documentsExactlyTheEventsThereAre() throws IOException {
        var row = Pattern.compile("^\\| `(\\w+)` \\| `([a-z0-9.-]+)` \\| ([a-z -]+) \\|", Pattern.MULTILINE);
        var documented = row.matcher(Files.readString(Path.of("../docs/events.md")))
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();

        List<String> real = types().map(type -> type.getSimpleName() + " " + Contract.topic(type))
                .toList();
        assertThat(documented).containsExactlyInAnyOrderElementsOf(real);
    }

    @Test
    void keepsNoGoldenJsonOfAnEventThatIsGone() throws IOException {
        try (var files = Files.walk(Path.of("src/test/resources/golden"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getParent().getFileName() + "/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(
                            types().map(type -> noun(type) + "/" + kebab(type) + ".v1.json")
                                    .toList());
        }
    }

    private static String noun(Class<?> type) {
        return type.getPackageName().substring("fr.plisante.events.".length());
    }

    private static String kebab(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<!^)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
