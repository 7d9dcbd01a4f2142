package fr.plisante.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every topic follows the rule, and the documentation says of each event what the code does. */
class ContractTests {

    private static final Pattern ROW = Pattern.compile(
            "^\\| `(\\w+)` \\| `([^`]+)` \\| `([^`]+)` \\| `([^`]+)` \\| ([^|]*)\\|", Pattern.MULTILINE);
    private static final Pattern LISTENER =
            Pattern.compile("@KafkaListener\\(\\s*topics = (\\w+)\\.TOPIC,\\s*groupId = \"([^\"]+)\"");
    private static final Pattern SOURCE = Pattern.compile("^(?!.*/target/).*/src/main/java/.*\\.java$");

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
        var documented = rows().map(row -> row.group(1) + " " + row.group(2)).toList();

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        types().map(type -> type.getSimpleName() + " " + Contract.topic(type))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void documentsItsKeyAndSubject(Class<? extends Event> type) throws IOException {
        var row = rows().filter(found -> found.group(1).equals(type.getSimpleName()))
                .findFirst()
                .orElseThrow();
        var sample = Golden.latest(type);
        var event = sample.read(sample.json());

        assertThat(event.key()).isEqualTo(values(row.group(3), sample));
        assertThat(event.subject()).isEqualTo(values(row.group(4), sample));
    }

    @Test
    void documentsTheGroupsThatRead() throws IOException {
        var documented = rows().filter(row -> !row.group(5).isBlank())
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> List.of(row.group(5).strip().replace("`", "").split(", "))));

        assertThat(documented).isEqualTo(listeners());
    }

    private static Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("../docs/events.md"))).results();
    }

    /** What a column's names stand for in a sample. */
    private static String values(String names, Golden sample) {
        return Arrays.stream(names.split("/"))
                .map(name -> sample.json().path(name).asString())
                .collect(Collectors.joining("/"));
    }

    /** The groups that listen to each event, as the sources of the services say it. */
    private static Map<String, List<String>> listeners() throws IOException {
        try (var files = Files.find(
                Path.of(".."), 20, (file, _) -> SOURCE.matcher(file.toString()).find())) {
            return files.flatMap(ContractTests::listeners)
                    .collect(Collectors.groupingBy(
                            found -> found.group(1),
                            Collectors.mapping(
                                    found -> found.group(2),
                                    Collectors.collectingAndThen(
                                            Collectors.toCollection(TreeSet::new), List::copyOf))));
        }
    }

    private static Stream<MatchResult> listeners(Path file) {
        try {
            var source = Files.readString(file);
            var found = LISTENER.matcher(source).results().toList();
            assertThat(found)
                    .as("listeners in %s of which topic and group can be read", file)
                    .hasSize(source.split("@KafkaListener\\b", -1).length - 1);
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
