package fr.plisante.directory.search;

import static fr.plisante.testkit.AnOrganisation.anOrganisation;
import static fr.plisante.testkit.OtherServices.publish;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.directory.RunningService;
import fr.plisante.testkit.Realm;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchIT extends RunningService {

    private final UUID mailboxId = UUID.randomUUID();
    private final String name = "Le Gall" + letters();

    @Test
    void findsWhoeverHasAnAccount() {
        publish(account(mailboxId, name, "Jean-Marc", false), 1);

        await().untilAsserted(() -> assertThat(found(calls, name + " jean")).containsExactly(mailboxId.toString()));
        var entry = calls.get("/api/directory/entries/" + mailboxId, TOKEN).body();
        assertThat(entry.get("name").asString()).isEqualTo(name);
        assertThat(entry.get("kind").asString()).isEqualTo("PER");
        assertThat(entry.get("city").asString()).isEqualTo("Toulouse");
    }

    @Test
    void findsAnOrganisationalMailbox() {
        publish(
                anOrganisation()
                        .withMailbox(mailboxId)
                        .named("Secrétariat " + name)
                        .build(),
                1);

        await().untilAsserted(
                        () -> assertThat(found(calls, "secretariat " + name)).containsExactly(mailboxId.toString()));
    }

    @Test
    void keepsTheNewestStateInWhateverOrderItComes() {
        publish(account(mailboxId, name, "Anne", true), 2);
        publish(account(mailboxId, name, "Anne", false), 1);
        var other = UUID.randomUUID();
        publish(account(other, name, "Zoé", false), 1);

        await().untilAsserted(() -> assertThat(found(calls, name)).containsExactly(other.toString()));
        assertThat(calls.get("/api/directory/entries/" + mailboxId, TOKEN).status())
                .isEqualTo(404);
    }

    @Test
    void showsFiftyAndSaysThatThereAreMore() {
        IntStream.range(0, 51)
                .forEach(i -> publish(account(UUID.randomUUID(), name, "Anne" + (char) ('a' + i % 26), false), 1));

        await().untilAsserted(() -> {
            var page = calls.get("/api/directory/entries?name=" + name.replace(" ", "%20"), TOKEN)
                    .body();
            assertThat(page.get("items").size()).isEqualTo(50);
            assertThat(page.get("more").asBoolean()).isTrue();
        });
    }

    @Test
    void refusesWhoMayNotSearchAndWhatIsTooShort() {
        assertThat(calls.get("/api/directory/entries?q=martin", "").status()).isEqualTo(401);
        assertThat(calls.get(
                                "/api/directory/entries?q=martin",
                                Realm.person(UUID.randomUUID()).weakly().token())
                        .status())
                .isEqualTo(401);
        var tooShort = calls.get("/api/directory/entries?q=ma", TOKEN);
        assertThat(tooShort.status()).isEqualTo(400);
        assertThat(tooShort.text("code")).isEqualTo("query-too-short");
        assertThat(calls.get("/api/directory/entries", TOKEN).status()).isEqualTo(400);
        assertThat(calls.get("/api/directory/entries/no-uuid", TOKEN).status()).isEqualTo(400);
    }

    @Test
    void findsThePeopleOfALetterByTheirAddresses() {
        publish(account(mailboxId, name, "Anne", false), 1);
        publish(account(UUID.randomUUID(), name, "Zoé", true), 1);
        await().untilAsserted(() -> assertThat(found(calls, name)).containsExactly(mailboxId.toString()));
        var address = calls.get("/api/directory/entries/" + mailboxId, TOKEN)
                .body()
                .get("address")
                .asString();

        var path = "/api/directory/entries/by-address?address=" + address.toUpperCase(Locale.ROOT);
        var cards = calls.get(path + "&address=nobody@medecin.oc.mssante.example", TOKEN)
                .body();

        assertThat(cards.size()).isEqualTo(1);
        assertThat(cards.get(0).get("entryId").asString()).isEqualTo(mailboxId.toString());
        var many = calls.get(path + ("&address=" + address).repeat(50), TOKEN);
        assertThat(many.status()).isEqualTo(400);
        assertThat(calls.get("/api/directory/entries/by-address?address=", TOKEN)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void isReadyOnceCaughtUp() {
        await().untilAsserted(() ->
                assertThat(calls.get("/actuator/health/readiness", "").status()).isEqualTo(200));
    }

    /** Letters alone: a name of its own for each test. */
    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .mapToObj(c -> String.valueOf((char) (c <= '9' ? c - '0' + 'g' : c)))
                .reduce("", String::concat);
    }
}
