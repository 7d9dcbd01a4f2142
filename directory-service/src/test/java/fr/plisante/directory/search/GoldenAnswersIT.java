package fr.plisante.directory.search;

import static fr.plisante.testkit.AnAccount.anAccount;
import static fr.plisante.testkit.OtherServices.publish;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.directory.RunningService;
import fr.plisante.events.Professional;
import fr.plisante.events.Workplace;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.testkit.Calls.Answer;
import fr.plisante.testkit.GoldenAnswers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this service answers to the pages is what their tests are served: the golden answers. */
class GoldenAnswersIT extends RunningService {

    private static final Workplace WORKPLACE =
            new Workplace(UUID.randomUUID(), "CH d’Exemple", "Cardiologie", "1 place du Capitole", "31000", "Toulouse");

    private final GoldenAnswers golden = new GoldenAnswers("directory-service");

    @Test
    void answersAPerson() {
        var person = doctor();
        publish(person, 1);
        var path = "/api/directory/entries/" + person.mailboxId();
        await().untilAsserted(() -> assertThat(get(path).status()).isEqualTo(200));

        assertGolden("entry", 200, get(path));
        assertGolden("search", 200, get("/api/directory/entries?address=" + person.address()));
        assertGolden("by-address", 200, get("/api/directory/entries/by-address?address=" + person.address()));
    }

    @Test
    void answersATeam() {
        var mailboxId = UUID.randomUUID();
        var address = "secretariat." + mailboxId + "@ch-exemple.oc.mssante.example";
        var members = List.of(UUID.randomUUID());
        publish(
                new MailboxGranted(
                        mailboxId, "oc", address, "Secrétariat Cardiologie", WORKPLACE, false, true, members),
                1);
        var path = "/api/directory/entries/" + mailboxId;
        await().untilAsserted(() -> assertThat(get(path).status()).isEqualTo(200));

        assertGolden("entry-team", 200, get(path));
    }

    @Test
    void refusesInWordsMeantForThePerson() {
        assertGolden("entry-not-found", 404, get("/api/directory/entries/" + UUID.randomUUID()));
        assertGolden("query-too-short", 400, get("/api/directory/entries?q=ma"));
    }

    private void assertGolden(String name, int status, Answer answer) {
        assertThat(answer.status()).as("status of %s: %s", name, answer).isEqualTo(status);
        assertThat(golden.differences(name, answer.body())).isEmpty();
    }

    private Answer get(String path) {
        return calls.with("Accept-Language", "fr").get(path, TOKEN);
    }

    private static AccountValidated doctor() {
        var one = anAccount().named("Paul", "Martin").build();
        return new AccountValidated(
                one.accountId(),
                one.regionId(),
                one.mailboxId(),
                one.kind(),
                one.address(),
                one.civility(),
                one.familyName(),
                one.givenName(),
                new Professional("10", "Médecin", "SM04", "Cardiologie"),
                null,
                one.email(),
                one.language(),
                one.timeZone(),
                WORKPLACE,
                false,
                true,
                one.roles());
    }
}
