package fr.plisante.webmail.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** What is looked for; every field may be empty. */
record Search(
        @BindParam("q") @Nullable String text,
        @BindParam("nom") @Nullable String name,
        @BindParam("prenom") @Nullable String givenName,
        @BindParam("profession") @Nullable String profession,
        @BindParam("specialite") @Nullable String speciality,
        @BindParam("lieu") @Nullable String place,
        @BindParam("adresse") @Nullable String address) {

    static final Search NONE = new Search(null, null, null, null, null, null, null);

    private static final int SHORTEST = 3;

    /** The criteria in the directory's words. */
    public Map<String, String> criteria() {
        var criteria = new LinkedHashMap<String, String>();
        put(criteria, "q", text);
        put(criteria, "name", name);
        put(criteria, "givenName", givenName);
        put(criteria, "profession", profession);
        put(criteria, "speciality", speciality);
        put(criteria, "place", place);
        put(criteria, "address", address);
        return criteria;
    }

    public boolean empty() {
        return criteria().isEmpty();
    }

    /** Whether no field has the three letters a search needs. */
    public boolean tooShort() {
        return criteria().values().stream().allMatch(value -> value.codePointCount(0, value.length()) < SHORTEST);
    }

    /** Whether it can be asked. */
    public boolean asked() {
        return !empty() && !tooShort();
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
