package fr.plisante.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * One released form of an event: {@code <service>/<event>.v1-<month of release>.json}. A file is never changed; a new
 * form is a new file beside it.
 */
record Golden(Class<? extends Event> type, Path file) {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    /** Every sample there is. */
    static Stream<Golden> all() {
        return ContractTests.types().flatMap(Golden::of);
    }

    /** The latest sample of an event. */
    static Golden latest(Class<? extends Event> type) {
        return of(type).max(Comparator.comparing(golden -> golden.file().toString()))
                .orElseThrow(() -> new AssertionError(type + " has no golden sample"));
    }

    static Stream<Path> files() throws IOException {
        return Files.walk(FOLDER).filter(Files::isRegularFile);
    }

    private static Stream<Golden> of(Class<? extends Event> type) {
        var name = Path.of(noun(type), kebab(type) + ".v1-").toString();
        try (var files = files()) {
            return files
                    .filter(file -> FOLDER.relativize(file).toString().startsWith(name))
                    .sorted()
                    .map(file -> new Golden(type, file))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode json() {
        try {
            return (ObjectNode) EventJson.MAPPER.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Event read(ObjectNode json) {
        return EventJson.MAPPER.treeToValue(json, type);
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }

    static String noun(Class<?> type) {
        return type.getPackageName().substring("fr.plisante.events.".length());
    }

    static String kebab(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<!^)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
