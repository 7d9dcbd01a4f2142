package fr.plisante.webmail;

import java.util.LinkedHashMap;
import java.util.Map;

/** The people of {@link FakeServices}' directory. */
final class Colleagues {

    final Map<String, Map<String, Object>> people = new LinkedHashMap<>();

    Colleagues() {
        person("p1", "Martin", "Paul", "Médecin", "Cardiologie", "CH d’Exemple", "Toulouse");
        person("p2", "Martin", "Paul", "Médecin", "Pédiatrie", "Cabinet des Lilas", "Albi");
        person("p3", "Petit", "Nadia", "Infirmière", null, "CH d’Exemple", "Toulouse");
    }

    void person(
            String id, String name, String given, String profession, String speciality, String structure, String city) {
        people.put(
                id,
                Letters.map(
                        "entryId",
                        id,
                        "kind",
                        "PER",
                        "address",
                        (given + "." + name + "@" + profession + ".oc.mssante.example")
                                .toLowerCase()
                                .replace('é', 'e')
                                .replace('è', 'e'),
                        "name",
                        name,
                        "givenName",
                        given,
                        "civility",
                        "Dr",
                        "profession",
                        profession,
                        "speciality",
                        speciality,
                        "structure",
                        structure,
                        "service",
                        null,
                        "city",
                        city,
                        "postalCode",
                        "31000",
                        "dematerialised",
                        true));
    }

    Object recipient(String address) {
        var known = people.values().stream()
                .filter(p -> p.get("address").equals(address))
                .findFirst();
        if (known.isPresent()) {
            var p = known.get();
            return Letters.map(
                    "address",
                    address,
                    "reachable",
                    true,
                    "name",
                    p.get("givenName") + " " + p.get("name"),
                    "profession",
                    p.get("profession"),
                    "structure",
                    p.get("structure"),
                    "kind",
                    "PER");
        }
        return Letters.map(
                "address",
                address,
                "reachable",
                false,
                "reason",
                !address.contains("@")
                        ? "NOT_AN_ADDRESS"
                        : address.endsWith("mssante.example") ? "UNKNOWN_HERE" : "OTHER_OPERATOR");
    }

    Object search(Map<String, String> query) {
        var words = String.join(" ", query.values()).toLowerCase();
        var found = people.values().stream()
                .filter(p -> p.values().stream()
                        .anyMatch(v -> v instanceof String s && s.toLowerCase().contains(words)))
                .toList();
        return Letters.map("entries", found.stream().limit(50).toList(), "more", found.size() > 50);
    }
}
