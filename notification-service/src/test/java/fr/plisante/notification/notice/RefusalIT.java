package fr.plisante.notification.notice;

import static fr.plisante.testkit.OtherServices.publish;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.events.notification.NoticeFailed;
import fr.plisante.notification.RunningService;
import fr.plisante.testkit.Calls.Answer;
import fr.plisante.testkit.PublishedEvents;
import fr.plisante.testkit.PublishedEvents.PublishedEvent;
import fr.plisante.testkit.Realm;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the relay will not take, and what an operator can do about it. */
class RefusalIT extends RunningService {

    private static final String NOTICES = "/api/notification/notices";

    private final UUID accountId = UUID.randomUUID();
    private final UUID mailboxId = UUID.randomUUID();
    private final Realm.Person person = Realm.person(UUID.randomUUID());
    private final Realm.Person administrator = person.as("region-administrator");
    private final String oc = administrator.token();
    private final String paca = administrator.in("paca").token();

    @Test
    void comesAgainWhenTheRelayAsksFor() {
        var email = "later." + accountId + "@courriel.example";
        publish(account(accountId, mailboxId, email), 1);
        publish(delivered(mailboxId), 1);

        await().untilAsserted(() -> only(email));
    }

    @Test
    void showsARefusalWithItsReasonAndReplaysIt() {
        var email = "refused." + accountId + "@courriel.example";
        publish(account(accountId, mailboxId, email), 1);
        var id = publish(delivered(mailboxId), 1).id() + ":" + accountId + ":EMAIL";

        await().untilAsserted(() -> assertThat(mine(list(oc))).isNotEmpty());
        var failed = mine(list(oc)).getFirst();
        assertThat(failed.get("id").asString()).isEqualTo(id);
        assertThat(failed.get("reason").asString()).contains("550 5.1.1 No such user here");
        assertThat(mine(list(paca))).isEmpty();
        var noticeId = failed.get("noticeId").asString();
        assertThat(PublishedEvents.of(NoticeFailed.TOPIC, accountId.toString(), 1))
                .extracting(PublishedEvent::data)
                .anyMatch(event -> event.path("noticeId").asString().equals(noticeId)
                        && event.path("reason").asString().equals("5.1.1"));
        assertThat(replay(id, paca).status()).isEqualTo(404);
        assertThat(SINK.mailsTo(email)).isEmpty();

        SINK.forgive(email);
        assertThat(replay(id, oc).status()).isEqualTo(200);
        replay(id, oc);

        await().untilAsserted(() -> only(email));
        await().untilAsserted(() -> assertThat(replay(id, oc).text("state")).isEqualTo("DELIVERED"));
        assertThat(only(email).header("Message-ID"))
                .contains(failed.get("noticeId").asString());
    }

    @Test
    void replaysWhatFailedForAReasonSinceATime() {
        var email = "refused." + accountId + "@courriel.example";
        var before = Instant.now().minusSeconds(5);
        publish(account(accountId, mailboxId, email), 1);
        publish(delivered(mailboxId), 1);
        await().untilAsserted(() -> assertThat(mine(list(oc))).isNotEmpty());

        assertThat(replayAll(oc, before, "5.7").text("replayed")).isEqualTo("0");
        assertThat(replayAll(paca, before, "5.1").text("replayed")).isEqualTo("0");
        assertThat(replayAll(oc, before, "5.1|.*").status()).isEqualTo(400);
        assertThat(calls.post(NOTICES + "/replay", oc, "{}").status()).isEqualTo(400);

        SINK.forgive(email);
        assertThat(replayAll(oc, before, "5.1").text("more")).isEqualTo("false");
        await().untilAsserted(() -> only(email));
    }

    @Test
    void isForAdministratorsWhoSignedInStrongly() {
        assertThat(list("").status()).isEqualTo(401);
        assertThat(list(administrator.weakly().token()).status()).isEqualTo(401);
        assertThat(list(person.token()).status()).isEqualTo(403);
        assertThat(replay("x", person.token()).status()).isEqualTo(403);
        assertThat(replayAll(person.token(), Instant.EPOCH, "5").status()).isEqualTo(403);
        assertThat(replay("x", oc).status()).isEqualTo(404);
    }

    private List<JsonNode> mine(Answer page) {
        return page.body()
                .get("items")
                .valueStream()
                .filter(notice -> notice.get("accountId").asString().equals(accountId.toString()))
                .toList();
    }

    private Answer list(String token) {
        return calls.get(NOTICES + "?state=FAILED", token);
    }

    private Answer replay(String id, String token) {
        return calls.post(NOTICES + "/" + id + "/replay", token, null);
    }

    private Answer replayAll(String token, Instant since, String failure) {
        return calls.post(NOTICES + "/replay", token, "{\"since\":\"" + since + "\",\"failure\":\"" + failure + "\"}");
    }
}
