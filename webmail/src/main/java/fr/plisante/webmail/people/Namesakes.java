package fr.plisante.webmail.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells people of the same name apart wherever they stand together: a letter to the wrong Camille Martin is a wrong
 * letter about a patient. Accents, capitals and hyphens make no other name, since readers take them for the same.
 */
public final class Namesakes {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Pd}]+");

    private static final List<Feature> ALL =
            List.of(Person::profession, Person::speciality, Person::structure, Person::city);
    private static final List<Feature> BRIEF = List.of(Person::mostTelling, Person::city);

    private interface Feature {
        @Nullable String of(Person person);
    }

    private final Map<String, Map<String, Person>> byName = new HashMap<>();

    /** Those who stand together on a page. */
    public static Namesakes among(Stream<? extends Person> people) {
        return new Namesakes(people);
    }

    private Namesakes(Stream<? extends Person> people) {
        people.forEach(
                person -> byName.computeIfAbsent(name(person), name -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
                        .putIfAbsent(person.address(), person));
    }

    /** What is known of a person; the address too, when nothing else tells them from a namesake. */
    public List<Trait> traits(Person person) {
        return traits(person, ALL);
    }

    /** The same in few words: what they do, and the town. */
    public List<Trait> brief(Person person) {
        return traits(person, BRIEF);
    }

    /** What stands beside a name in a list: nothing, unless somebody else there has the same one. */
    public List<Trait> apart(Person person) {
        return others(person).isEmpty() ? List.of() : brief(person);
    }

    /** A name that means one person of those here, for whoever hears it rather than sees what stands beside it. */
    public String named(Person person) {
        var apart = apart(person).stream().map(Trait::text).collect(Collectors.joining(" · "));
        return apart.isEmpty() ? person.called() : person.called() + " (" + apart + ")";
    }

    private List<Trait> traits(Person person, List<Feature> features) {
        var others = others(person);
        var traits = new ArrayList<Trait>();
        for (var feature : features) {
            var value = value(person, feature);
            if (!value.isEmpty()) {
                traits.add(new Trait(value, others.stream().anyMatch(other -> !same(person, other, feature))));
            }
        }
        var alike =
                others.stream().anyMatch(other -> features.stream().allMatch(feature -> same(person, other, feature)));
        if (alike || (!others.isEmpty() && traits.stream().noneMatch(Trait::telling))) {
            traits.add(new Trait(person.address(), true));
        }
        return List.copyOf(traits);
    }

    private List<Person> others(Person person) {
        return byName.getOrDefault(name(person), Map.of()).values().stream()
                .filter(other -> !other.address().equalsIgnoreCase(person.address()))
                .toList();
    }

    private static boolean same(Person one, Person other, Feature feature) {
        return value(one, feature).equalsIgnoreCase(value(other, feature));
    }

    private static String value(Person person, Feature feature) {
        var value = feature.of(person);
        return value == null ? "" : value.strip();
    }

    private static String name(Person person) {
        var plain = ACCENTS.matcher(Normalizer.normalize(person.called(), Normalizer.Form.NFD))
                .replaceAll("");
        return BETWEEN_WORDS.matcher(plain.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
