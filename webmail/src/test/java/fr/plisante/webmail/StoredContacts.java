package fr.plisante.webmail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people in the directory of {@link FakeServices}. */
final class StoredContacts {

    final Map<String, Map<String, Object>> people = new LinkedHashMap<>();

    StoredContacts() {
        person("p1", "Martin", "Paul", "Médecin", "Cardiologie", "CH d’Exemple", "Toulouse")
                .put("address", "paul.martin@medecin.oc.mssante.example");
        person("p2", "Martin", "Paul", "Médecin", "Pédiatrie", "Cabinet des Lilas", "Albi")
                .put("address", "paul.martin.2@medecin.oc.mssante.example");
        person("p3", "Petit", "Nadia", "Infirmière", null, "CH d’Exemple", "Toulouse")
                .put("address", "nadia.petit@infirmiere.oc.mssante.example");
    }

    /** One more, at an address of their own. */
    Map<String, Object> person(
            String id, String name, String given, String profession, String speciality, String structure, String city) {
        var person = Answers.directory("entry", "");
        person.put("entryId", id);
        person.put("address", given.toLowerCase() + "." + id + "@medecin.oc.mssante.example");
        person.put("name", name);
        person.put("givenName", given);
        person.put("profession", profession);
        person.put("speciality", speciality);
        person.put("structure", structure);
        person.put("service", null);
        person.put("city", city);
        people.put(id, person);
        return person;
    }

    Object one(String id) {
        return people.containsKey(id) ? people.get(id) : Answers.refusal(Answers.directory("entry-not-found", ""));
    }

    /** A person as mailbox-service names them. */
    static Map<String, Object> correspondent(Map<String, Object> person) {
        var correspondent = Answers.filled(Answers.mailbox("opened", "/message/from"), person);
        correspondent.put("name", person.get("givenName") + " " + person.get("name"));
        return correspondent;
    }

    List<Map<String, Object>> at(List<String> addresses) {
        return people.values().stream()
                .filter(person -> addresses.contains((String) person.get("address")))
                .toList();
    }

    Object recipient(String address) {
        var known = at(List.of(address));
        if (known.isEmpty()) {
            var unknown = Answers.mailbox("recipient-unreachable", "");
            var reason = address.endsWith("mssante.example") ? "UNKNOWN_HERE" : "OTHER_OPERATOR";
            unknown.putAll(Map.of("address", address, "reason", address.contains("@") ? reason : "NOT_AN_ADDRESS"));
            return unknown;
        }
        var recipient = Answers.filled(Answers.mailbox("recipient", ""), correspondent(known.getFirst()));
        recipient.put("kind", known.getFirst().get("kind"));
        return recipient;
    }

    Object search(Map<String, String> query) {
        var words = String.join(" ", query.values()).toLowerCase();
        var found = people.values().stream()
                .filter(p -> p.values().stream()
                        .anyMatch(v -> v instanceof String s && s.toLowerCase().contains(words)))
                .toList();
        var answer = Answers.directory("search", "");
        answer.put("items", found.stream().limit(50).toList());
        answer.put("more", found.size() > 50);
        return answer;
    }
}
