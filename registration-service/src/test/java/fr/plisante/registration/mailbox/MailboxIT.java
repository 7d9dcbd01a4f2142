package fr.plisante.registration.mailbox;

import static fr.plisante.registration.Calls.doctor;
import static fr.plisante.registration.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.registration.Calls;
import fr.plisante.registration.Heard;
import fr.plisante.registration.RunningRegistration;
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
    Calls calls;

    @Test
    void grantsAMailboxAndSaysItsWholeStateAgainWhenMembersChange() {
        var first = member();
        var second = member();
        var body = mailbox("secretariat.cardiologie", first);
        var key = UUID.randomUUID();

        var created = calls.post(PATH, "admin-oc", key, body);
        var again = calls.post(PATH, "admin-oc", key, body);
        var members = PATH + "/" + created.text("mailboxId") + "/members";
        var changed = calls.put(members, "admin-oc", Map.of("members", List.of(first, second)));
        var unchanged = calls.put(members, "admin-oc", Map.of("members", List.of(second, first)));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("address")).isEqualTo("secretariat.cardiologie@ch-exemple.oc.mssante.example");
        assertThat(again).isEqualTo(created);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(unchanged).isEqualTo(changed);
        var heard = Heard.of(MailboxGranted.TOPIC, created.text("mailboxId"), 2);
        assertThat(heard).extracting(Heard::sequence).containsExactly(1L, 2L);
        assertThat(heard.getLast().data().path("members").size()).isEqualTo(2);
        assertThat(heard.getLast().data().path("name").asString()).isEqualTo("Secrétariat de cardiologie");
    }

    @Test
    void refusesAnAddressThatIsTaken() {
        var member = member();
        calls.post(PATH, "admin-oc", UUID.randomUUID(), mailbox("accueil", member));

        var answer = calls.post(PATH, "admin-oc", UUID.randomUUID(), mailbox("accueil", member));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo("localPart");
    }

    @Test
    void refusesMembersWithoutAnAccountInTheRegion() {
        var answer = calls.post(
                PATH,
                "admin-oc",
                UUID.randomUUID(),
                mailbox("inconnus", UUID.randomUUID().toString()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("member-unknown");
    }

    @Test
    void letsNoAdministratorOfAnotherRegionIn() {
        var created = calls.post(PATH, "admin-oc", UUID.randomUUID(), mailbox("voisins", member()));

        var answer = calls.put(
                PATH + "/" + created.text("mailboxId") + "/members",
                "admin-paca",
                Map.of("members", List.of(member())));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("code")).isEqualTo("other-region");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var body = mailbox("ok", member());

        Map.of("localPart", "Pas Bon", "structureDomain", "a.b", "name", "a\nb", "members", List.of())
                .forEach((field, value) -> {
                    var answer = calls.post(PATH, "admin-oc", UUID.randomUUID(), with(body, field, value));
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
        var answer = calls.put(
                PATH + "/" + UUID.randomUUID() + "/members", "admin-oc", Map.of("members", List.of(member())));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("mailbox-not-found");
    }

    private String member() {
        return calls.post("/api/registration/accounts", "admin-oc", UUID.randomUUID(), doctor("Membre", "Equipe"))
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
