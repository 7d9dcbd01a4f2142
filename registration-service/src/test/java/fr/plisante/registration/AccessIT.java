package fr.plisante.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.testkit.Calls;
import fr.plisante.testkit.Realm;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RunningRegistration
class AccessIT {

    @Autowired
    Calls calls;

    @ParameterizedTest
    @CsvSource({
        "POST, /api/registration/accounts, '', 401, sign-in-needed",
        "POST, /api/registration/accounts, forged, 401, sign-in-needed",
        "POST, /api/registration/accounts, admin-oc-acr1, 401, stronger-sign-in-needed",
        "POST, /api/registration/accounts, person-oc, 403, not-allowed",
        "POST, /api/registration/accounts, machine, 403, not-allowed",
        "POST, /api/registration/accounts, admin-paca, 403, other-region",
        "POST, /api/registration/mailboxes, '', 401, sign-in-needed",
        "POST, /api/registration/mailboxes, admin-oc-acr1, 401, stronger-sign-in-needed",
        "POST, /api/registration/mailboxes, person-oc, 403, not-allowed",
        "POST, /api/registration/mailboxes, bootstrap, 403, not-allowed",
        "PUT, /api/registration/mailboxes/0198c5a0-0000-7000-8000-000000000000/members, '', 401, sign-in-needed",
        "PUT, /api/registration/mailboxes/0198c5a0-0000-7000-8000-000000000000/members, person-oc, 403, not-allowed",
        "GET, /api/registration/anything, person-oc, 403, not-allowed",
        "GET, /actuator/mappings, admin-oc, 403, not-allowed",
        "GET, /actuator/mappings, '', 401, sign-in-needed"
    })
    void turnsAway(String method, String path, String who, int status, String code) {
        var answer = calls.with("Idempotency-Key", UUID.randomUUID().toString())
                .send(method, path, token(who), Requests.doctor("Personne", "Interdite"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health", "/actuator/health/readiness"})
    void saysItsHealthToAnyone(String path) {
        assertThat(calls.get(path, "").status()).isEqualTo(200);
    }

    private static String token(String who) {
        var person = Realm.person(Requests.ADMIN_ID);
        return switch (who) {
            case "admin-oc" -> Requests.ADMIN_OC;
            case "admin-oc-acr1" -> person.as("region-administrator").weakly().token();
            case "admin-paca" -> Requests.ADMIN_PACA;
            case "person-oc" -> person.token();
            case "bootstrap" -> Requests.BOOTSTRAP;
            case "machine" -> Realm.machine("one-time-codes");
            default -> who;
        };
    }
}
