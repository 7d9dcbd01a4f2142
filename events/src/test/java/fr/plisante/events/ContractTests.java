package fr.plisante.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every topic follows the rule, and the documentation names them all. */
class ContractTests {

    static Stream<Class<? extends Event>> types() {
        return Contract.FAMILIES.stream().flatMap(Contract::events);
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesItsTopicByTheRule(Class<? extends Event> type) {
        assertThat(Contract.topic(type)).isEqualTo("plisante." + Golden.noun(type) + "." + Golden.kebab(type) + ".v1");
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
}
