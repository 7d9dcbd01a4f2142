package fr.plisante.local.sample;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One synthetic person.
 *
 * @param email ordinary address, which is also the name to sign in with
 * @param role what the person is, in French, for a table
 * @param address secure address, which registration-service gives to this person on an empty platform
 * @param language of the pages and mails: {@code fr} or {@code en}
 */
public record SamplePerson(
        String email,
        String givenName,
        String familyName,
        @Nullable String civility,
        String role,
        String regionId,
        @Nullable String professionCode,
        @Nullable String specialityCode,
        @Nullable String rpps,
        boolean administrator,
        String structure,
        String postalCode,
        String city,
        String address,
        String language) {

    /** Twelve characters or more, of four classes. */
    public String password() {
        var name = email.substring(0, email.indexOf('.'));
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "-Exemple-2026!";
    }

    public String name() {
        return givenName + " " + familyName;
    }

    /** The same person, served in another language. */
    SamplePerson speaking(String other) {
        return new SamplePerson(
                email,
                givenName,
                familyName,
                civility,
                role,
                regionId,
                professionCode,
                specialityCode,
                rpps,
                administrator,
                structure,
                postalCode,
                city,
                address,
                other);
    }

    /** PER for a professional with an identifier, MED for the staff around them. */
    String kind() {
        return rpps == null ? "MED" : "PER";
    }

    Map<String, @Nullable Object> request() {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("familyName", familyName);
        request.put("givenName", givenName);
        request.put("civility", civility);
        request.put("kind", kind());
        request.put("professionCode", professionCode);
        request.put("specialityCode", specialityCode);
        request.put("nationalIdentifier", rpps == null ? null : Map.of("type", "RPPS", "value", rpps));
        request.put("email", email);
        request.put("regionId", regionId);
        request.put("language", language);
        request.put("structureId", structureId(structure));
        request.put("structure", structure);
        request.put("street", "1 rue de l’Exemple");
        request.put("postalCode", postalCode);
        request.put("city", city);
        request.put("redList", false);
        request.put("dematerialised", true);
        request.put("roles", administrator ? List.of("region-administrator") : List.of());
        return request;
    }

    /** The same id for the same structure, whoever works there. */
    static UUID structureId(String structure) {
        return UUID.nameUUIDFromBytes(("plisante-sample:" + structure).getBytes(StandardCharsets.UTF_8));
    }

    /** Letters without accents, as addresses are written. */
    static String plain(String name) {
        return Normalizer.normalize(name.replace("æ", "ae").replace("œ", "oe"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9-]", "-");
    }
}
