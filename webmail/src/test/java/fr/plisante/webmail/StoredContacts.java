package fr.plisante.webmail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people in the directory of {@link FakeServices}. */
final class StoredContacts {

    final Map<String, Map<String, Object>> people = new LinkedHashMap<>();

    StoredContacts() {
        Answers.several("contacts").forEach(person -> people.put((String) person.get("entryId"), person));
    }

    /** One more, at an address of their own. */
    Map<String, Object> person(
            String id, String name, String given, String profession, String speciality, String structure, String city) {
        var person = Answers.several("contacts").getFirst();
        person.put("entryId", id);
        person.put("address", given.toLowerCase() + "." + id + "@medecin.oc.mssante.example");
        person.put("name", name);
        person.put("givenName", given);
        person.put("profession", profession);
        person.put("speciality", speciality);
        person.put("structure", structure);
        person.put("city", city);
        people.put(id, person);
        return person;
    }

    /** A person as mailbox-service names them. */
    static Map<String, Object> correspondent(Map<String, Object> person) {
        var correspondent = new LinkedHashMap<String, Object>();
        correspondent.put("name", person.get("givenName") + " " + person.get("name"));
        for (var key : List.of("address", "profession", "speciality", "structure", "city")) {
            correspondent.put(key, person.get(key));
        }
        return correspondent;
    }

    List<Map<String, Object>> at(List<String> addresses) {
        return people.values().stream()
                .filter(person -> addresses.contains((String) person.get("address")))
                .toList();
    }

    Object recipient(String address) {
        var known = at(List.of(address));
        var recipient = new LinkedHashMap<String, Object>(Map.of("address", address, "reachable", !known.isEmpty()));
        if (known.isEmpty()) {
            var unknown = address.endsWith("mssante.example") ? "UNKNOWN_HERE" : "OTHER_OPERATOR";
            recipient.put("reason", address.contains("@") ? unknown : "NOT_AN_ADDRESS");
        } else {
            recipient.putAll(correspondent(known.getFirst()));
            recipient.put("kind", known.getFirst().get("kind"));
        }
        return recipient;
    }

    Object search(Map<String, String> query) {
        var words = String.join(" ", query.values()).toLowerCase();
        var found = people.values().stream()
                .filter(p -> p.values().stream()
                        .anyMatch(v -> v instanceof String s && s.toLowerCase().contains(words)))
                .toList();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("items", found.stream().limit(50).toList());
        answer.put("next", null);
        answer.put("more", found.size() > 50);
        return answer;
    }
}
