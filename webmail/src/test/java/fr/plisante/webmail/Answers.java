package fr.plisante.webmail;

import fr.plisante.testkit.GoldenAnswers;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The golden answers of the services. A test may change what is in one, and neither add a property to it nor take one
 * away: then the double would answer what no service does.
 */
final class Answers {

    private static final GoldenAnswers MAILBOX = new GoldenAnswers("mailbox-service");
    private static final GoldenAnswers DIRECTORY = new GoldenAnswers("directory-service");

    private Answers() {}

    /** The object at a path of a golden answer of mailbox-service. */
    static Map<String, Object> mailbox(String name, String path) {
        return new Golden(MAILBOX.read(name).at(path));
    }

    /** The object at a path of a golden answer of directory-service. */
    static Map<String, Object> directory(String name, String path) {
        return new Golden(DIRECTORY.read(name).at(path));
    }

    /** What mailbox-service refuses. */
    static FakeServices.Answer refusal(String name) {
        return refusal(mailbox(name, ""));
    }

    static FakeServices.Answer refusal(Map<String, Object> problem) {
        return new FakeServices.Answer((int) problem.get("status"), problem);
    }

    /** Takes over whatever another answer also says. */
    static Map<String, Object> filled(Map<String, Object> answer, Map<String, Object> from) {
        answer.keySet().stream().filter(from::containsKey).toList().forEach(name -> answer.put(name, from.get(name)));
        return answer;
    }

    /** An answer that is golden in all its parts; anything else is a mistake of the test. */
    static Object checked(Object answer) {
        switch (answer) {
            case Golden golden ->
                golden.values().stream().filter(value -> value != null).forEach(Answers::checked);
            case Map<?, ?> made -> throw new IllegalStateException("No service answers so: " + made);
            case List<?> list -> list.forEach(Answers::checked);
            default -> {
                // A value.
            }
        }
        return answer;
    }

    private static final class Golden extends AbstractMap<String, Object> {

        private final Map<String, Object> values = Collections.synchronizedMap(new LinkedHashMap<>());

        Golden(JsonNode golden) {
            if (!golden.isObject()) {
                throw new IllegalArgumentException("No object: " + golden);
            }
            golden.properties().forEach(property -> values.put(property.getKey(), value(property.getValue())));
        }

        @Override
        public Object put(String name, Object value) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException(name + " is none of " + values.keySet());
            }
            var before = values.put(name, value);
            if (before != null && value != null && kind(before) != kind(value)) {
                throw new IllegalArgumentException(
                        name + " is a " + kind(before).getSimpleName() + ", not " + value);
            }
            return before;
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return Collections.unmodifiableMap(values).entrySet();
        }

        private static Object value(JsonNode golden) {
            return switch (golden.getNodeType()) {
                case OBJECT -> new Golden(golden);
                case ARRAY ->
                    new ArrayList<>(golden.valueStream().map(Golden::value).toList());
                case NULL -> null;
                case BOOLEAN -> golden.asBoolean();
                case NUMBER -> golden.isInt() ? (Object) golden.asInt() : golden.numberValue();
                default -> golden.asString();
            };
        }

        private static Class<?> kind(Object value) {
            return switch (value) {
                case Map<?, ?> map -> Map.class;
                case List<?> list -> List.class;
                case Number number -> Number.class;
                default -> value.getClass();
            };
        }
    }
}
