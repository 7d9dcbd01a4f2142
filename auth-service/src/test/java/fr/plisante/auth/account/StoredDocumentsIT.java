package fr.plisante.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import fr.plisante.auth.RunningAuth;
import fr.plisante.testkit.Calls;
import fr.plisante.testkit.Realm;
import fr.plisante.testkit.StoredDocument;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents of the first release are read and changed by today's code. */
@RunningAuth
class StoredDocumentsIT {

    private static final String KEYCLOAK = Realm.machine("one-time-codes");

    @Autowired
    Calls calls;

    @Autowired
    MongoDatabase database;

    @Autowired
    Accounts accounts;

    @Test
    void goesOnWithASignInAndErasesNothing() {
        var signIn = StoredDocument.put(database, "signIns-2026-11");
        var path = "/internal/codes/" + signIn.before().getString("_id").getValue();

        var checked = calls.post(path + "/check", KEYCLOAK, Map.of("code", "123456"));
        var resent = calls.post(path + "/resend", KEYCLOAK, Map.of());

        assertThat(checked.text("result")).isEqualTo("EXPIRED");
        assertThat(resent.text("state")).isEqualTo("SENT");
        assertThat(signIn.now().getDocument("code").getInt32("number").getValue())
                .isEqualTo(2);
        assertThat(signIn.now().getDocument("outgoing").getNumber("version").longValue())
                .isEqualTo(3);
        assertThat(signIn.erased()).isEmpty();
    }

    @Test
    void showsAnOutcomeThatOnlyANewerVersionKnowsAndLeavesItAsItIs() {
        var signIn = StoredDocument.put(database, "signIns-2026-11");
        database.getCollection("signIns")
                .updateOne(Filters.eq("_id", signIn.before().get("_id")), Updates.set("state.outcome", "LATER"));
        var owner = UUID.fromString(signIn.before().getString("accountId").getValue());

        var list = calls.get("/api/auth/sign-ins", Realm.person(owner).token());

        assertThat(list.body().path("items").path(0).path("outcome").asString()).isEqualTo("UNKNOWN");
        assertThat(signIn.now().getDocument("state").getString("outcome").getValue())
                .isEqualTo("LATER");
    }

    @Test
    void countsOnWithTheAttemptsOfAnAccount() {
        var attempts = StoredDocument.put(database, "attempts-2026-11");
        var accountId = attempts.before().getString("_id").getValue();

        var issued = calls.post(
                "/internal/codes",
                KEYCLOAK,
                Map.of(
                        "signInId",
                        UUID.randomUUID().toString(),
                        "accountId",
                        accountId,
                        "regionId",
                        "oc",
                        "email",
                        "claire@example.test",
                        "locale",
                        "fr"));

        assertThat(issued.text("state")).isEqualTo("SENT");
        assertThat(attempts.now().getArray("starts")).hasSize(2);
        assertThat(attempts.now().getArray("tries")).isEqualTo(attempts.before().getArray("tries"));
        assertThat(attempts.erased()).isEmpty();
    }

    @Test
    void takesOverANewerAccountAndErasesNothing() {
        var account = StoredDocument.put(database, "accounts-2026-11");
        var accountId = UUID.fromString(account.before().getString("_id").getValue());

        accounts.keep(new Account(accountId, 3, "Indian/Reunion"));
        accounts.keep(new Account(accountId, 1, "Europe/Paris"));

        assertThat(accounts.byId(accountId)).contains(new Account(accountId, 3, "Indian/Reunion"));
        assertThat(account.erased()).isEmpty();
    }
}
