package fr.plisante.webmail.directory;

import fr.plisante.webmail.client.DirectoryClient.Contact;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person found.
 *
 * @param telling what tells them from others of the same name
 */
record Row(Contact contact, Set<String> telling) {

    private static final Map<String, Function<Contact, @Nullable String>> FEATURES = features();

    static List<Row> of(List<Contact> contacts) {
        var namesakes = contacts.stream()
                .collect(Collectors.groupingBy(contact -> contact.called().toLowerCase(Locale.ROOT)));
        return contacts.stream()
                .map(contact -> new Row(
                        contact,
                        telling(Objects.requireNonNull(
                                namesakes.get(contact.called().toLowerCase(Locale.ROOT))))))
                .toList();
    }

    private static Set<String> telling(List<Contact> namesakes) {
        var telling = new LinkedHashSet<String>();
        FEATURES.forEach((name, feature) -> {
            if (namesakes.stream()
                            .map(c -> Objects.requireNonNullElse(feature.apply(c), ""))
                            .distinct()
                            .count()
                    > 1) {
                telling.add(name);
            }
        });
        return telling;
    }

    private static Map<String, Function<Contact, @Nullable String>> features() {
        var features = new LinkedHashMap<String, Function<Contact, @Nullable String>>();
        features.put("profession", Contact::profession);
        features.put("speciality", Contact::speciality);
        features.put("structure", Contact::structure);
        features.put("city", Contact::city);
        return features;
    }
}
