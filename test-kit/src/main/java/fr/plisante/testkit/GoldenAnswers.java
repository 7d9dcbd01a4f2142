package fr.plisante.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers of a service as they stand in {@code answers/<service>/<name>.json}. The service's own test compares them
 * with what it really answers, and the doubles of its clients serve them, so that a double cannot drift away.
 */
public final class GoldenAnswers {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|\\d+ \\p{L}+ \\d{4} à \\d\\d:\\d\\d");
    private static final Pattern SOMEBODY = Pattern.compile("[\\w.+-]+@");

    /** The bytes of a message, which holds its date and its ids as text. */
    private static final String SIZE = "size";

    private final String service;

    public GoldenAnswers(String service) {
        this.service = service;
    }

    /** The answer of this name. */
    public JsonNode read(String name) {
        var path = "/answers/" + service + "/" + name + ".json";
        try (InputStream file = Objects.requireNonNull(GoldenAnswers.class.getResourceAsStream(path), path)) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where a real answer differs from the golden one, as paths: a property that only one of them has, or another value.
     * Ids, times, sizes and the names before an @ are others each time: of them only the form is compared.
     */
    public List<String> differences(String name, JsonNode real) {
        var differences = new ArrayList<String>();
        compare(name, read(name), real, differences);
        return differences;
    }

    private static void compare(String path, JsonNode golden, JsonNode real, List<String> differences) {
        if (golden.isObject() && real.isObject()) {
            var properties = new TreeSet<>(golden.propertyNames());
            properties.addAll(real.propertyNames());
            for (var property : properties) {
                if (!golden.has(property)) {
                    differences.add(path + "/" + property + " is not in the golden answer");
                } else if (!real.has(property)) {
                    differences.add(path + "/" + property + " is in the golden answer alone");
                } else {
                    compare(path + "/" + property, golden.get(property), real.get(property), differences);
                }
            }
        } else if (golden.isArray() && real.isArray() && golden.size() == real.size()) {
            for (int i = 0; i < golden.size(); i++) {
                compare(path + "/" + i, golden.get(i), real.get(i), differences);
            }
        } else if (!(path.endsWith("/" + SIZE) && golden.isIntegralNumber() && real.isIntegralNumber())
                && !form(golden).equals(form(real))) {
            differences.add(path + " is " + real + ", in the golden answer " + golden);
        }
    }

    private static String form(JsonNode value) {
        var somebody = SOMEBODY.matcher(value.toString()).replaceAll("<somebody>@");
        return TIME.matcher(ID.matcher(somebody).replaceAll("<id>")).replaceAll("<time>");
    }
}
