package fr.plisante.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.directory.RunningService;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchIT extends RunningService {

    private final UUID mailboxId = UUID.randomUUID();
    private final String name = "Le Gall" + letters();

    @Test
    void findsWhoeverHasAnAccount() {
        say(account(mailboxId, name, "Jean-Marc", false), 1);

        await().untilAsserted(() -> assertThat(found(port(), name + " jean")).containsExactly(mailboxId.toString()));
        var entry = json(get(port(), "/api/directory/entries/" + mailboxId, REALM.token("2")));
        assertThat(entry.get("name").asString()).isEqualTo(name);
        assertThat(entry.get("kind").asString()).isEqualTo("PER");
        assertThat(entry.get("city").asString()).isEqualTo("Toulouse");
    }

    @Test
    void findsAnOrganisationalMailbox() {
        say(granted(mailboxId, "Secrétariat " + name), 1);

        await().untilAsserted(
                        () -> assertThat(found(port(), "secretariat " + name)).containsExactly(mailboxId.toString()));
    }

    @Test
    void keepsTheNewestStateInWhateverOrderItComes() {
        say(account(mailboxId, name, "Anne", true), 2);
        say(account(mailboxId, name, "Anne", false), 1);
        var other = UUID.randomUUID();
        say(account(other, name, "Zoé", false), 1);

        await().untilAsserted(() -> assertThat(found(port(), name)).containsExactly(other.toString()));
        assertThat(get(port(), "/api/directory/entries/" + mailboxId, REALM.token("2"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsFiftyAndSaysThatThereAreMore() {
        IntStream.range(0, 51)
                .forEach(i -> say(account(UUID.randomUUID(), name, "Anne" + (char) ('a' + i % 26), false), 1));

        await().untilAsserted(() -> {
            var page = json(get(port(), "/api/directory/entries?name=" + name.replace(" ", "%20"), REALM.token("2")));
            assertThat(page.get("entries").size()).isEqualTo(50);
            assertThat(page.get("more").asBoolean()).isTrue();
        });
    }

    @Test
    void refusesWhoMayNotSearchAndWhatIsTooShort() {
        assertThat(get(port(), "/api/directory/entries?q=martin", null).statusCode())
                .isEqualTo(401);
        assertThat(get(port(), "/api/directory/entries?q=martin", REALM.token("1"))
                        .statusCode())
                .isEqualTo(401);
        var tooShort = get(port(), "/api/directory/entries?q=ma", REALM.token("2"));
        assertThat(tooShort.statusCode()).isEqualTo(400);
        assertThat(json(tooShort).get("code").asString()).isEqualTo("query-too-short");
        assertThat(get(port(), "/api/directory/entries", REALM.token("2")).statusCode())
                .isEqualTo(400);
        assertThat(get(port(), "/api/directory/entries/no-uuid", REALM.token("2"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void findsThePeopleOfALetterByTheirAddresses() {
        say(account(mailboxId, name, "Anne", false), 1);
        say(account(UUID.randomUUID(), name, "Zoé", true), 1);
        await().untilAsserted(() -> assertThat(found(port(), name)).containsExactly(mailboxId.toString()));
        var address = json(get(port(), "/api/directory/entries/" + mailboxId, REALM.token("2")))
                .get("address")
                .asString();

        var path = "/api/directory/entries/by-address?address=" + address.toUpperCase(Locale.ROOT);
        var cards = json(get(port(), path + "&address=nobody@medecin.oc.mssante.example", REALM.token("2")));

        assertThat(cards.size()).isEqualTo(1);
        assertThat(cards.get(0).get("entryId").asString()).isEqualTo(mailboxId.toString());
        var many = get(port(), path + ("&address=" + address).repeat(50), REALM.token("2"));
        assertThat(many.statusCode()).isEqualTo(400);
        assertThat(get(port(), "/api/directory/entries/by-address?address=", REALM.token("2"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void isReadyOnceCaughtUp() {
        await().untilAsserted(() -> assertThat(
                        get(port(), "/actuator/health/readiness", null).statusCode())
                .isEqualTo(200));
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
