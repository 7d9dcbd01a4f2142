package fr.plisante.auth.account;

import static fr.plisante.testkit.AnAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.plisante.auth.KeycloakDouble;
import fr.plisante.auth.RunningAuth;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.testkit.Calls;
import fr.plisante.testkit.OtherServices;
import fr.plisante.testkit.Realm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningAuth
class FollowAccountIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    Calls calls;

    @Autowired
    KeycloakDouble keycloak;

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
        publish(1, "Lefèvre", List.of("region-administrator"));

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
        publish(3, "Nouveau", List.of("region-administrator"));
        publish(3, "Nouveau", List.of("region-administrator"));
        publish(2, "Ancien", List.of("region-administrator"));
        publish(4, "Dernier", List.of());

        await().atMost(PATIENCE)
                .until(() -> accounts.byId(accountId)
                        .filter(known -> known.sequence() == 4)
                        .isPresent());
        assertThat(keycloak.changes(account)).containsExactly("POST", "PUT");
        assertThat(keycloak.user(account).path("lastName").asString()).isEqualTo("Dernier");
        assertThat(keycloak.rolesOf(account)).isEmpty();
    }

    @Test
    void isParkedAndSaysWhyWhenTheAddressIsAnotherUsers() {
        keycloak.add("another", account + "@example.test");
        publish(1, "Deuxième", List.of());

        var parked = parked();
        assertThat(parked.path("reason").asString())
                .contains("Keycloak has another user with the e-mail address of account " + account);
        assertThat(accounts.byId(accountId)).isEmpty();

        keycloak.remove("another");
        replay(parked);
        await().atMost(PATIENCE).until(() -> accounts.byId(accountId).isPresent());
        assertThat(keycloak.changes(account)).containsExactly("POST");
    }

    @Test
    void isParkedAndSaysWhyWhenTheNewAddressIsAnotherUsers() {
        publish(1, "Troisième", List.of());
        await().atMost(PATIENCE).until(() -> accounts.byId(accountId).isPresent());
        var taken = "pris." + account + "@example.test";
        keycloak.add("another", taken);
        OtherServices.publish(anAccount().of(accountId).notifiedAt(taken).build(), 2);

        var parked = parked();
        assertThat(parked.path("reason").asString())
                .contains("Keycloak has another user with the e-mail address of account " + account);
        assertThat(accounts.byId(accountId).orElseThrow().sequence()).isEqualTo(1);

        keycloak.remove("another");
        replay(parked);
        await().atMost(PATIENCE)
                .until(() -> accounts.byId(accountId).orElseThrow().sequence() == 2);
        assertThat(keycloak.changes(account)).containsExactly("POST", "PUT");
    }

    @Test
    void letsNobodyInWhoseAccountIsForgotten() {
        publish(1, "Oubliée", List.of());
        await().atMost(PATIENCE).until(() -> accounts.byId(accountId).isPresent());

        OtherServices.publish(AccountValidated.TOPIC, account, null);

        await().atMost(PATIENCE).until(() -> accounts.byId(accountId).isEmpty());
        assertThat(keycloak.user(account).path("enabled").asBoolean()).isFalse();
        publish(2, "Retrouvée", List.of());
        await().atMost(PATIENCE).until(() -> accounts.byId(accountId).isPresent());
        assertThat(keycloak.user(account).path("enabled").asBoolean()).isTrue();
    }

    @Test
    void waitsForKeycloakWithoutHoldingUpCodes() {
        keycloak.down(true);
        publish(1, "Patient", List.of());

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

        publish(1, "Lien", List.of());
        await().atMost(PATIENCE).until(() -> accounts.byId(accountId).isPresent());

        var link = link();
        assertThat(link.status()).isEqualTo(200);
        assertThat(link.text("url")).isEqualTo("http://keycloak.test/action?key=1");
        assertThat(link.text("expiresAt")).isEqualTo("2030-01-01T00:00:00Z");
    }

    private Calls.Answer link() {
        return calls.post("/internal/password-links", Realm.machine("password-links"), Map.of("accountId", account));
    }

    /** This account's event, as an operator sees it. */
    private JsonNode parked() {
        return await().atMost(PATIENCE)
                .until(
                        () -> StreamSupport.stream(
                                        calls.get("/actuator/parked", Realm.machine("ops"))
                                                .body()
                                                .spliterator(),
                                        false)
                                .filter(one -> one.path("key").asString().equals(account))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** What an operator does once the cause is mended. */
    private void replay(JsonNode parked) {
        var id = URLEncoder.encode(parked.path("id").asString(), StandardCharsets.UTF_8);
        assertThat(calls.post("/actuator/parked/" + id, Realm.machine("ops"), null)
                        .text("state"))
                .isEqualTo("REPLAYED");
    }

    private void publish(long sequence, String familyName, List<String> roles) {
        var event = anAccount()
                .of(accountId)
                .named("Anaïs", familyName)
                .notifiedAt(account + "@example.test")
                .with(roles)
                .build();
        OtherServices.publish(event, sequence);
    }
}
