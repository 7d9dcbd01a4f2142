package fr.plisante.registration;

import fr.plisante.testkit.Calls;
import fr.plisante.testkit.Calls.Answer;
import fr.plisante.testkit.Realm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** What is asked of this service, and the tokens of who asks. */
@TestComponent
public class Requests {

    public static final UUID ADMIN_ID = UUID.randomUUID();
    public static final String ADMIN_OC =
            Realm.person(ADMIN_ID).as("region-administrator").token();
    public static final String ADMIN_PACA = Realm.person(UUID.randomUUID())
            .in("paca")
            .as("region-administrator")
            .token();
    public static final String BOOTSTRAP = Realm.machine("bootstrap");

    private final Calls calls;

    Requests(Calls calls) {
        this.calls = calls;
    }

    public Answer post(String path, String token, UUID key, Object body) {
        return calls.with("Idempotency-Key", key.toString()).post(path, token, body);
    }

    public Answer put(String path, String token, Object body) {
        return calls.put(path, token, body);
    }

    /** A doctor of Occitanie nobody else has the e-mail address of. */
    public static Map<String, Object> doctor(String givenName, String familyName) {
        var body = new LinkedHashMap<String, Object>();
        body.put("givenName", givenName);
        body.put("familyName", familyName);
        body.put("kind", "PER");
        body.put("professionCode", "10");
        body.put("specialityCode", "SM54");
        body.put("nationalIdentifier", Map.of("type", "RPPS", "value", "10999000010"));
        body.put("email", "p" + UUID.randomUUID() + "@example.test");
        body.put("regionId", "oc");
        body.put("language", "fr");
        return body;
    }

    /** The same body with one field changed. */
    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new LinkedHashMap<>(body);
        changed.put(field, value);
        return changed;
    }
}
