package fr.plisante.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.plisante.auth.KeycloakDouble;
import fr.plisante.auth.RunningAuth;
import fr.plisante.events.EventJson;
import fr.plisante.events.Professional;
import fr.plisante.events.Workplace;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.testkit.Calls;
import fr.plisante.testkit.Realm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@RunningAuth
@ExtendWith(OutputCaptureExtension.class)
class FollowAccountIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    Calls calls;

    @Autowired
    KeycloakDouble keycloak;

    @Autowired
    Producer<String, byte[]> producer;

    @Autowired
    Accounts accounts;

    private final UUID accountId = UUID.randomUUID();
    private final String account = accountId.toString();

    @AfterEach
    void keycloakIsBack() {
        keycloak.down(false);
    }

    @Test
    void makesKeycloaksUserWhatTheAccountIs() {
        say(1, "Lefèvre", List.of("region-administrator"));

        await().atMost(PATIENCE).until(() -> accounts.byId(accountId).isPresent());
        var user = keycloak.user(account);
        assertThat(user.path("username").asString()).isEqualTo(account + "@example.test");
        assertThat(user.path("emailVerified").asBoolean()).isTrue();
        assertThat(user.path("lastName").asString()).isEqualTo("Lefèvre");
        assertThat(user.path("attributes").path("regionId").path(0).asString()).isEqualTo("oc");
        assertThat(keycloak.rolesOf(account)).containsExactly("region-administrator");
    }

    @Test
    void ignoresRepeatsAndWhatIsOlder() {
        say(3, "Nouveau", List.of("region-administrator"));
        say(3, "Nouveau", List.of("region-administrator"));
        say(2, "Ancien", List.of("region-administrator"));
        say(4, "Dernier", List.of());

        await().atMost(PATIENCE)
                .until(() -> accounts.byId(accountId)
                        .filter(known -> known.sequence() == 4)
                        .isPresent());
        assertThat(keycloak.changes(account)).containsExactly("POST", "PUT");
        assertThat(keycloak.user(account).path("lastName").asString()).isEqualTo("Dernier");
        assertThat(keycloak.rolesOf(account)).isEmpty();
    }

    @Test
    void waitsAndSaysWhyWhenTheAddressIsAnotherUsers(CapturedOutput log) {
        keycloak.add("another", account + "@example.test");
        say(1, "Deuxième", List.of());

        await().atMost(PATIENCE)
                .until(() -> log.getAll()
                        .contains("Keycloak has another user with the e-mail address of account " + account));
        assertThat(accounts.byId(accountId)).isEmpty();

        keycloak.remove("another");
        await().atMost(PATIENCE).until(() -> accounts.byId(accountId).isPresent());
        assertThat(keycloak.changes(account)).containsExactly("POST");
    }

    @Test
    void letsNobodyInWhoseAccountIsForgotten() throws Exception {
        say(1, "Oubliée", List.of());
        await().atMost(PATIENCE).until(() -> accounts.byId(accountId).isPresent());

        producer.send(new ProducerRecord<>(AccountValidated.TOPIC, account, null))
                .get();

        await().atMost(PATIENCE).until(() -> accounts.byId(accountId).isEmpty());
        assertThat(keycloak.user(account).path("enabled").asBoolean()).isFalse();
        say(2, "Retrouvée", List.of());
        await().atMost(PATIENCE).until(() -> accounts.byId(accountId).isPresent());
        assertThat(keycloak.user(account).path("enabled").asBoolean()).isTrue();
    }

    @Test
    void waitsForKeycloakWithoutHoldingUpCodes() {
        keycloak.down(true);
        say(1, "Patient", List.of());

        var code = calls.post(
                "/internal/codes",
                Realm.machine("one-time-codes"),
                Map.of(
                        "signInId",
                        account,
                        "accountId",
                        account,
                        "regionId",
                        "oc",
                        "email",
                        "p@example.test",
                        "locale",
                        "en"));
        var link =
                calls.post("/internal/password-links", Realm.machine("password-links"), Map.of("accountId", account));
        keycloak.down(false);

        assertThat(code.text("state")).isEqualTo("SENT");
        assertThat(link.status()).isEqualTo(503);
        await().atMost(PATIENCE).until(() -> accounts.byId(accountId).isPresent());
        assertThat(keycloak.changes(account)).containsExactly("POST");
    }

    @Test
    void asksKeycloakForALinkOnceItKnowsTheAccount() {
        // The test before may have left the circuit open.
        await().atMost(PATIENCE).until(() -> link().status(), status -> status == 404);

        say(1, "Lien", List.of());
        await().atMost(PATIENCE).until(() -> accounts.byId(accountId).isPresent());

        var link = link();
        assertThat(link.status()).isEqualTo(200);
        assertThat(link.text("url")).isEqualTo("http://keycloak.test/action?key=1");
        assertThat(link.text("expiresAt")).isEqualTo("2030-01-01T00:00:00Z");
    }

    private Calls.Answer link() {
        return calls.post("/internal/password-links", Realm.machine("password-links"), Map.of("accountId", account));
    }

    private void say(long sequence, String familyName, List<String> roles) {
        var event = new AccountValidated(
                accountId,
                "oc",
                UUID.randomUUID(),
                "PER",
                "x@medecin.oc.mssante.example",
                null,
                familyName,
                "Anaïs",
                new Professional("10", "Médecin", null, null),
                "810999000010",
                account + "@example.test",
                "fr",
                "Europe/Paris",
                new Workplace(null, null, null, null, null, null),
                false,
                true,
                roles);
        var letter = new ProducerRecord<>(AccountValidated.TOPIC, account, EventJson.MAPPER.writeValueAsBytes(event));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/plisante/registration-service",
                        "ce_type",
                        "fr." + AccountValidated.TOPIC,
                        "ce_subject",
                        account,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_actor",
                        "test",
                        "ce_acr",
                        "2",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(letter).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
