package fr.plisante.registration.mailbox;

import static fr.plisante.registration.Requests.ADMIN_OC;
import static fr.plisante.registration.Requests.ADMIN_PACA;
import static fr.plisante.registration.Requests.doctor;
import static fr.plisante.registration.Requests.with;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.registration.Requests;
import fr.plisante.registration.RunningRegistration;
import fr.plisante.testkit.PublishedEvents;
import fr.plisante.testkit.PublishedEvents.PublishedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningRegistration
class MailboxIT {

    private static final String PATH = "/api/registration/mailboxes";

    @Autowired
    Requests requests;

    @Test
    void grantsAMailboxAndSaysItsWholeStateAgainWhenMembersChange() {
        var first = member();
        var second = member();
        var body = mailbox("secretariat.cardiologie", first);
        var key = UUID.randomUUID();

        var created = requests.post(PATH, ADMIN_OC, key, body);
        var again = requests.post(PATH, ADMIN_OC, key, body);
        var members = PATH + "/" + created.text("mailboxId") + "/members";
        var changed = requests.put(members, ADMIN_OC, Map.of("members", List.of(first, second)));
        var unchanged = requests.put(members, ADMIN_OC, Map.of("members", List.of(second, first)));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("address")).isEqualTo("secretariat.cardiologie@ch-exemple.oc.mssante.example");
        assertThat(again).isEqualTo(created);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(unchanged).isEqualTo(changed);
        var published = PublishedEvents.of(MailboxGranted.TOPIC, created.text("mailboxId"), 2);
        assertThat(published).extracting(PublishedEvent::sequence).containsExactly(1L, 2L);
        assertThat(published.getLast().data().path("members").size()).isEqualTo(2);
        assertThat(published.getLast().data().path("name").asString()).isEqualTo("Secrétariat de cardiologie");
    }

    @Test
    void refusesAnAddressThatIsTaken() {
        var member = member();
        requests.post(PATH, ADMIN_OC, UUID.randomUUID(), mailbox("accueil", member));

        var answer = requests.post(PATH, ADMIN_OC, UUID.randomUUID(), mailbox("accueil", member));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo("localPart");
    }

    @Test
    void refusesMembersWithoutAnAccountInTheRegion() {
        var answer = requests.post(
                PATH,
                ADMIN_OC,
                UUID.randomUUID(),
                mailbox("inconnus", UUID.randomUUID().toString()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("member-unknown");
    }

    @Test
    void letsNoAdministratorOfAnotherRegionIn() {
        var created = requests.post(PATH, ADMIN_OC, UUID.randomUUID(), mailbox("voisins", member()));

        var answer = requests.put(
                PATH + "/" + created.text("mailboxId") + "/members", ADMIN_PACA, Map.of("members", List.of(member())));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("code")).isEqualTo("other-region");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var body = mailbox("ok", member());

        Map.of("localPart", "Pas Bon", "structureDomain", "a.b", "name", "a\nb", "members", List.of())
                .forEach((field, value) -> {
                    var answer = requests.post(PATH, ADMIN_OC, UUID.randomUUID(), with(body, field, value));
                    assertThat(answer.status()).as(field).isEqualTo(400);
                    assertThat(answer.body()
                                    .path("errors")
                                    .path(0)
                                    .path("field")
                                    .asString())
                            .isEqualTo(field);
                });
    }

    @Test
    void saysWhenThereIsNoSuchMailbox() {
        var answer = requests.put(
                PATH + "/" + UUID.randomUUID() + "/members", ADMIN_OC, Map.of("members", List.of(member())));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("mailbox-not-found");
    }

    private String member() {
        return requests.post("/api/registration/accounts", ADMIN_OC, UUID.randomUUID(), doctor("Membre", "Equipe"))
                .text("accountId");
    }

    private static Map<String, Object> mailbox(String localPart, String member) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", "Secrétariat de cardiologie");
        body.put("localPart", localPart);
        body.put("structure", "CH Exemple");
        body.put("structureDomain", "ch-exemple");
        body.put("service", "Cardiologie");
        body.put("regionId", "oc");
        body.put("members", List.of(member));
        return body;
    }
}
