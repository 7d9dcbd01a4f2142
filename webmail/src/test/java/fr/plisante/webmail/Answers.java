package fr.plisante.webmail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the services as they stand in files, as maps that a test may change. */
final class Answers {

    private static final JsonMapper JSON = new JsonMapper();

    private Answers() {}

    static Map<String, Object> one(String name) {
        return read(name, new TypeReference<>() {});
    }

    static List<Map<String, Object>> several(String name) {
        return read(name, new TypeReference<>() {});
    }

    private static <T> T read(String name, TypeReference<T> type) {
        try (var file = Answers.class.getResourceAsStream("/answers/" + name + ".json")) {
            return JSON.readValue(Objects.requireNonNull(file), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
