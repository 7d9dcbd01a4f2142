package fr.plisante.auth;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.testkit.Calls;
import fr.plisante.testkit.Realm;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RunningAuth
class AccessIT {

    @Autowired
    Calls calls;

    @ParameterizedTest
    @CsvSource({
        "POST, /internal/codes, '', 401, sign-in-needed",
        "POST, /internal/codes, forged, 401, sign-in-needed",
        "POST, /internal/codes, machine password-links, 403, not-allowed",
        "POST, /internal/codes, person 2, 403, not-allowed",
        "POST, /internal/codes/12345678/check, '', 401, sign-in-needed",
        "POST, /internal/codes/12345678/check, machine bootstrap, 403, not-allowed",
        "POST, /internal/codes/12345678/resend, '', 401, sign-in-needed",
        "POST, /internal/codes/12345678/resend, person 2, 403, not-allowed",
        "POST, /internal/password-links, '', 401, sign-in-needed",
        "POST, /internal/password-links, machine one-time-codes, 403, not-allowed",
        "POST, /internal/password-links, person 2, 403, not-allowed",
        "GET, /internal/anything, machine one-time-codes, 403, not-allowed",
        "GET, /api/auth/sign-ins, '', 401, sign-in-needed",
        "GET, /api/auth/sign-ins, person 1, 401, stronger-sign-in-needed",
        "GET, /api/auth/sign-ins, machine one-time-codes, 403, not-allowed",
        "GET, /actuator/mappings, person 2, 403, not-allowed"
    })
    void turnsAway(String method, String path, String who, int status, String code) {
        var answer = calls.send(method, path, token(who), "{}");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "'{}'",
        "'{\"signInId\":\"12345678\",\"accountId\":\"x\",\"regionId\":\"oc\",\"email\":\"a@b.test\"}'",
        "'{\"signInId\":\"../../etc\",\"accountId\":\"0198c5a0-0000-7000-8000-000000000000\",\"regionId\":\"oc\",\"email\":\"a@b.test\"}'",
        "'{\"signInId\":\"12345678\",\"accountId\":\"0198c5a0-0000-7000-8000-000000000000\",\"regionId\":\"oc\",\"email\":\"a@b.test\\nBcc: c\"}'",
        "'{\"signInId\":\"12345678\",\"unknown\":1}'",
        "'nothing'"
    })
    void refusesWhatItCannotRead(String body) {
        assertThat(calls.send("POST", "/internal/codes", token("machine one-time-codes"), body)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void saysItsHealthToAnyone() {
        assertThat(calls.get("/actuator/health", "").status()).isEqualTo(200);
    }

    /** {@code machine <scope>} and {@code person <acr>} bring a token of the realm. */
    private static String token(String who) {
        var words = who.split(" ");
        return switch (words[0]) {
            case "machine" -> Realm.machine(words[1]);
            case "person" -> {
                var person = Realm.person(UUID.randomUUID());
                yield words[1].equals("1") ? person.weakly().token() : person.token();
            }
            default -> who;
        };
    }
}
