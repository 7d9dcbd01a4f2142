package fr.plisante.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Every form ever released stays readable, and so does one that a newer version adds something to. */
class GoldenTests {

    /** What is one of a list of constants today, and may be another tomorrow. */
    private static final Set<String> ENUMERATED = Set.of("kind", "reason", "role", "language", "channel");

    /** A property somewhere in a sample: its object is found by the JSON pointer. */
    record Property(Golden golden, String pointer, String name) {

        boolean optional() {
            return optional(golden.type()).anyMatch(name::equals);
        }

        private static Stream<String> optional(Class<?> type) {
            return type.isRecord()
                    ? Stream.of(type.getRecordComponents())
                            .flatMap(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                                    ? Stream.of(component.getName())
                                    : optional(elementOf(component)))
                    : Stream.of();
        }

        /** The type of a component; of a list the type of what is in it. */
        private static Class<?> elementOf(RecordComponent component) {
            return component.getGenericType() instanceof ParameterizedType list
                            && list.getActualTypeArguments()[0] instanceof Class<?> element
                    ? element
                    : component.getType();
        }

        ObjectNode without() {
            var json = golden.json();
            ((ObjectNode) json.at(pointer)).remove(name);
            return json;
        }

        ObjectNode with(JsonNode value) {
            var json = golden.json();
            ((ObjectNode) json.at(pointer)).set(name, value);
            return json;
        }

        @Override
        public String toString() {
            return golden + pointer + "/" + name;
        }
    }

    static Stream<Golden> samples() {
        return Golden.all();
    }

    static Stream<Golden> latest() {
        return ContractTests.types().map(Golden::latest);
    }

    static Stream<Property> optional() {
        return properties().filter(Property::optional);
    }

    static Stream<Property> required() {
        return properties().filter(property -> !property.optional());
    }

    static Stream<Property> enumerated() {
        return properties().filter(property -> ENUMERATED.contains(property.name()));
    }

    @ParameterizedTest
    @MethodSource("latest")
    void writesTheLatestSample(Golden golden) {
        var event = golden.read(golden.json());

        assertThat(EventJson.MAPPER.readTree(EventJson.MAPPER.writeValueAsString(event)))
                .isEqualTo(golden.json());
        assertThat(event.key()).isNotBlank();
        assertThat(event.subject()).isNotBlank();
        assertThat(event.regionId()).isEqualTo("oc");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsASampleWithAnUnknownPropertyInEachOfItsObjects(Golden golden) {
        var json = golden.json();
        objects(json, "").forEach(pointer -> ((ObjectNode) json.at(pointer)).put("addedLater", "x"));

        assertThat(golden.read(json)).isEqualTo(golden.read(golden.json()));
    }

    @ParameterizedTest
    @MethodSource("optional")
    void readsASampleWithoutAnOptionalProperty(Property property) {
        assertThat(property.golden().read(property.without())).isNotNull();
        assertThat(property.golden().read(property.with(NullNode.instance))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("enumerated")
    void readsAConstantItDoesNotKnow(Property property) {
        assertThat(property.golden().read(property.with(StringNode.valueOf("ADDED_LATER"))))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("required")
    void refusesASampleWithoutARequiredProperty(Property property) {
        for (var json : List.of(property.without(), property.with(NullNode.instance))) {
            assertThatThrownBy(() -> property.golden().read(json)).hasMessageContaining(property.name());
        }
    }

    @Test
    void keepsNoSampleOfAnEventThatIsGone() throws IOException {
        try (var files = Golden.files()) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(
                            Golden.all().map(Golden::file).toList());
        }
    }

    private static Stream<Property> properties() {
        return Golden.all().flatMap(golden -> {
            var json = golden.json();
            return objects(json, "").stream()
                    .flatMap(pointer ->
                            json.at(pointer).propertyNames().stream().map(name -> new Property(golden, pointer, name)));
        });
    }

    /** The pointers of an object and of the objects within. */
    private static List<String> objects(JsonNode node, String pointer) {
        var found = new ArrayList<String>();
        if (node.isObject()) {
            found.add(pointer);
            node.properties().forEach(child -> found.addAll(objects(child.getValue(), pointer + "/" + child.getKey())));
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                found.addAll(objects(node.get(i), pointer + "/" + i));
            }
        }
        return found;
    }
}
