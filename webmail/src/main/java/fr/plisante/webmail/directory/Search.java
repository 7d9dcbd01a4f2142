package fr.plisante.webmail.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is looked for; every field may be empty. */
record Search(
        @Nullable String q,
        @Nullable String nom,
        @Nullable String prenom,
        @Nullable String profession,
        @Nullable String specialite,
        @Nullable String lieu,
        @Nullable String adresse) {

    private static final int SHORTEST = 3;

    /** The criteria in the directory's words. */
    public Map<String, String> criteria() {
        var criteria = new LinkedHashMap<String, String>();
        put(criteria, "q", q);
        put(criteria, "name", nom);
        put(criteria, "givenName", prenom);
        put(criteria, "profession", profession);
        put(criteria, "speciality", specialite);
        put(criteria, "place", lieu);
        put(criteria, "address", adresse);
        return criteria;
    }

    public boolean empty() {
        return criteria().isEmpty();
    }

    /** Whether no field has the three letters a search needs. */
    public boolean tooShort() {
        return criteria().values().stream().allMatch(value -> value.codePointCount(0, value.length()) < SHORTEST);
    }

    /** Whether the criteria behind the one field are used, so that they stay open. */
    public boolean detailed() {
        var criteria = criteria();
        criteria.remove("q");
        return !criteria.isEmpty();
    }

    private static void put(Map<String, String> criteria, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            criteria.put(name, value.strip());
        }
    }
}
