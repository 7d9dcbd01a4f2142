package fr.plisante.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

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
    void turnsAway(String method, String path, String token, int status, String code) {
        var body = JsonMapper.shared().writeValueAsString(Calls.doctor("Personne", "Interdite"));

        var answer = calls.send(method, path, token, UUID.randomUUID().toString(), body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health", "/actuator/health/readiness"})
    void saysItsHealthToAnyone(String path) {
        assertThat(calls.send("GET", path, "", "", "").status()).isEqualTo(200);
    }
}
