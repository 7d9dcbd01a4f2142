package fr.plisante.notification.notice;

import static fr.plisante.testkit.OtherServices.message;
import static fr.plisante.testkit.OtherServices.publish;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.events.Forgotten;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.notification.RunningService;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NoticesIT extends RunningService {

    private final UUID accountId = UUID.randomUUID();
    private final UUID mailboxId = UUID.randomUUID();
    private final String email = "lea." + accountId + "@courriel.example";

    @Autowired
    private Notices notices;

    @Test
    void tellsTheHolderOfAnEnvelope() {
        publish(account(accountId, mailboxId, email), 1);
        var event = delivered(mailboxId);
        var cause = publish(event, 1);

        await().untilAsserted(() -> only(email));
        var mail = only(email);
        assertThat(mail.subject()).isEqualTo("Nouveau message de Dr Jean Martin Bcc: x@example.test");
        assertThat(mail.header("Bcc")).isNull();
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("List-Id")).isEqualTo("<notices.plisante.example>");
        assertThat(mail.header("From")).contains("<ne-pas-repondre@plisante.example>");
        await().untilAsserted(() -> assertThat(stored(cause.id())).containsEntry("state", "DELIVERED"));
        assertThat(mail.header("Message-ID"))
                .isEqualTo("<" + stored(cause.id()).getString("noticeId") + "@notices.plisante.example>");
        await().untilAsserted(() ->
                assertThat(stored(cause.id()).getList("outbox", Document.class)).isEmpty());
    }

    @Test
    void tellsOnceHoweverOftenItHears() {
        var event = message(delivered(mailboxId), 1);
        publish(account(accountId, mailboxId, email), 1);

        publish(event, event, event);
        publish(event);
        publish(message(delivered(mailboxId), 2));

        await().untilAsserted(() -> assertThat(SINK.mailsTo(email)).hasSize(2));
        publish(event);
        publish(message(delivered(mailboxId), 3));
        await().untilAsserted(() -> assertThat(SINK.mailsTo(email)).hasSize(3));
    }

    @Test
    void keepsWhatComesBeforeTheAccount() {
        var causes = IntStream.range(0, 5)
                .mapToObj(i -> publish(delivered(mailboxId), i + 1))
                .toList();
        await().untilAsserted(() -> assertThat(
                        collection("arrivals").countDocuments(new Document("mailboxId", mailboxId.toString())))
                .isEqualTo(5));

        publish(account(accountId, mailboxId, email), 1);

        await().untilAsserted(() -> assertThat(SINK.mailsTo(email)).hasSize(causes.size()));
        await().untilAsserted(() -> assertThat(
                        collection("arrivals").countDocuments(new Document("mailboxId", mailboxId.toString())))
                .isZero());
    }

    @Test
    void tellsEveryMemberOfAnOrganisationalMailboxEvenIfTheyComeLater() {
        var other = UUID.randomUUID();
        var otherEmail = "paul." + other + "@courriel.example";
        var shared = UUID.randomUUID();
        publish(delivered(shared), 1);
        publish(granted(shared, List.of(accountId, other)), 1);
        publish(account(accountId, mailboxId, email), 1);
        publish(account(other, UUID.randomUUID(), otherEmail), 1);

        await().untilAsserted(() -> {
            only(email);
            only(otherEmail);
        });
    }

    @Test
    void doesNotTellAFormerMember() {
        var former = UUID.randomUUID();
        var formerEmail = "paul." + former + "@courriel.example";
        var shared = UUID.randomUUID();
        publish(account(accountId, mailboxId, email), 1);
        publish(account(former, UUID.randomUUID(), formerEmail), 1);
        publish(granted(shared, List.of(accountId)), 2);
        publish(granted(shared, List.of(accountId, former)), 1);
        await().untilAsserted(() -> assertThat(collection("audiences")
                        .find(new Document("_id", shared.toString()))
                        .first())
                .isNotNull());

        publish(delivered(shared), 1);

        await().untilAsserted(() -> only(email));
        assertThat(SINK.mailsTo(formerEmail)).isEmpty();
    }

    @Test
    void forgetsTheAccountOfATombstoneAndWhatWasStillToBeSent() {
        var shared = UUID.randomUUID();
        publish(granted(shared, List.of(accountId)), 1);
        publish(account(accountId, mailboxId, email), 1);
        await().untilAsserted(() -> assertThat(welcome()).containsEntry("reason", "account not yet in Keycloak"));

        publish(new Forgotten(AccountValidated.class, accountId.toString(), "oc"), 2);
        publish(new Forgotten(MailboxGranted.class, shared.toString(), "oc"), 2);

        await().untilAsserted(() -> {
            assertThat(welcome()).isNull();
            assertThat(known("people", accountId)).isNull();
            assertThat(known("audiences", mailboxId)).isNull();
            assertThat(known("audiences", shared)).isNull();
        });
    }

    @Test
    void welcomesOnceAndWhenTheAccountIsInKeycloak() {
        publish(account(accountId, mailboxId, email), 1);
        await().untilAsserted(() -> assertThat(welcome()).containsEntry("reason", "account not yet in Keycloak"));
        assertThat(SINK.mailsTo(email)).isEmpty();

        PASSWORD_LINKS.create(accountId);
        publish(account(accountId, mailboxId, email), 2);

        await().untilAsserted(() -> assertThat(welcome()).containsEntry("state", "DELIVERED"));
        assertThat(only(email).subject()).startsWith("Bienvenue sur Plisanté");
    }

    @Test
    void letsNobodyTakeAClaimedNotice() {
        var notice = Notice.ofWelcome(UUID.randomUUID(), accountId, "oc");
        notices.add(List.of(notice, notice));
        var now = Instant.now();
        // The senders of this service may have been quicker: then nobody else gets it either.
        var first = notices.claim(notice.id(), now, now.plusSeconds(60));

        assertThat(notices.claim(notice.id(), Instant.now(), now.plusSeconds(60)))
                .isEmpty();
        first.ifPresent(claimed -> {
            var afterTheLease = now.plusSeconds(61);
            assertThat(notices.claim(notice.id(), afterTheLease, afterTheLease.plusSeconds(60)))
                    .isPresent();
            notices.delivered(claimed, "late@notices.plisante.example");
            assertThat(notices.find(notice.id(), "oc").orElseThrow().state()).isEqualTo(Notice.State.PENDING);
        });
    }

    private Document known(String collection, UUID id) {
        return collection(collection).find(new Document("_id", id.toString())).first();
    }

    private Document welcome() {
        return collection("notices")
                .find(new Document("_id", "welcome:" + accountId + ":EMAIL"))
                .first();
    }

    private Document stored(UUID causeId) {
        return collection("notices")
                .find(new Document("_id", causeId + ":" + accountId + ":EMAIL"))
                .first();
    }
}
