package fr.plisante.notification.notice;

import static fr.plisante.testkit.OtherServices.message;
import static fr.plisante.testkit.OtherServices.publish;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import fr.plisante.events.Forgotten;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.notification.RunningService;
import fr.plisante.notification.notice.Notice.State;
import fr.plisante.notification.notice.Notices.Replayed;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.store.Lease;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NoticesIT extends RunningService {

    private final UUID accountId = UUID.randomUUID();
    private final UUID mailboxId = UUID.randomUUID();
    private final String email = "lea." + accountId + "@courriel.example";

    private static final Instant SETTLED = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Outbox outbox;

    @Autowired
    private NoticeSettings settings;

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
        await().untilAsserted(() -> assertThat(
                        stored(cause.id()).getEmbedded(List.of("outgoing", "pending"), List.class))
                .isEmpty());
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
        // Received after both: it comes behind them on the same partition.
        var fence = onThePartitionOf(shared);
        publish(granted(fence, List.of(accountId)), 1);
        await().untilAsserted(() -> assertThat(known("audiences", fence)).isNotNull());

        var cause = publish(delivered(shared), 1);

        await().untilAsserted(() -> only(email));
        // All notices of an envelope are written at once, before any is sent.
        assertThat(stored(cause.id(), accountId)).isNotNull();
        assertThat(stored(cause.id(), former)).isNull();
        assertThat(SINK.mailsTo(formerEmail)).isEmpty();
    }

    @Test
    void forgetsTheAccountOfATombstoneAndWhatWasStillToBeSent() {
        var shared = UUID.randomUUID();
        publish(granted(shared, List.of(accountId)), 1);
        publish(account(accountId, mailboxId, email), 1);
        await().untilAsserted(() -> assertThat(reasonOfWelcome()).isEqualTo("account not yet in Keycloak"));

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
        await().untilAsserted(() -> assertThat(reasonOfWelcome()).isEqualTo("account not yet in Keycloak"));
        assertThat(SINK.mailsTo(email)).isEmpty();

        PASSWORD_LINKS.create(accountId);
        publish(account(accountId, mailboxId, email), 2);

        await().untilAsserted(() -> assertThat(welcome()).containsEntry("state", "DELIVERED"));
        assertThat(only(email).subject()).startsWith("Bienvenue sur Plisanté");
    }

    @Test
    void letsNobodyTakeAClaimedNotice() {
        // Due far in the future, so that the senders of the running service leave it alone.
        var due = Instant.parse("2099-01-01T00:00:00Z");
        var notice = Notice.ofWelcome(UUID.randomUUID(), accountId, "oc", due);
        var first = noticesAt(due);
        assertThat(first.add(List.of(notice, notice), 0)).isEmpty();

        var claimed = claim(first, notice).orElseThrow();
        assertThat(claim(noticesAt(due.plusSeconds(59)), notice)).isEmpty();

        var second = noticesAt(due.plusSeconds(60));
        var taken = claim(second, notice).orElseThrow();
        first.delivered(claimed, "late@notices.plisante.example");
        assertThat(welcome()).containsEntry("state", "PENDING");
        second.delivered(taken, "in-time@notices.plisante.example");
        assertThat(welcome()).containsEntry("state", "DELIVERED");
    }

    @Test
    void letsNobodyTakeANoticeThatItsWriterSends() {
        var now = Instant.parse("2100-01-01T00:00:00Z");
        var writer = noticesAt(now);
        var notice = Notice.ofWelcome(UUID.randomUUID(), accountId, "oc", now);

        var claimed = writer.add(List.of(notice), 1);
        assertThat(claimed).hasSize(1);
        assertThat(writer.add(List.of(notice), 1)).isEmpty();
        assertThat(claim(noticesAt(now.plusSeconds(59)), notice)).isEmpty();

        writer.giveBack(claimed);
        assertThat(claim(noticesAt(now), notice)).isPresent();
        writer.delivered(claimed.getFirst(), "late@notices.plisante.example");
        assertThat(welcome()).containsEntry("state", "PENDING");
    }

    @Test
    void tellsAtTheAddressThatTheLastEventSays() {
        publish(account(accountId, mailboxId, email), 1);
        publish(delivered(mailboxId), 1);
        await().untilAsserted(() -> only(email));
        var next = "new." + email;

        publish(account(accountId, mailboxId, next), 2);
        await().untilAsserted(
                        () -> assertThat(known("people", accountId)).isNotNull().containsEntry("email", next));
        publish(delivered(mailboxId), 2);

        await().untilAsserted(() -> only(next));
    }

    @Test
    void givesUpOnAPersonWhoNeverComes() {
        var shared = UUID.randomUUID();
        publish(granted(shared, List.of(accountId)), 1);
        var cause = publish(delivered(shared), 1);
        await().untilAsserted(() -> assertThat(stored(cause.id()).getEmbedded(List.of("lease", "reason"), String.class))
                .isEqualTo("account unknown"));
        assertThat(stored(cause.id())).containsEntry("state", "PENDING");

        collection("notices")
                .updateOne(
                        Filters.eq("_id", stored(cause.id()).getString("_id")),
                        Updates.combine(
                                Updates.set("createdAt", Instant.now().minus(Duration.ofDays(4))),
                                Updates.set("lease.due", Instant.EPOCH)));

        await().untilAsserted(() -> assertThat(stored(cause.id())).containsEntry("state", "FAILED"));
        assertThat(stored(cause.id())).containsEntry("failure", "account-unknown");
    }

    @Test
    void replaysSoManyFailedOnesAtATime() {
        var region = "r-" + accountId;
        var all = database.getCollection("notices", Notice.class);
        all.insertMany(IntStream.range(0, 501)
                .mapToObj(i -> settled(region, State.FAILED, i == 0 ? "5.1.1" : "5.7.1"))
                .toList());
        // Replayed ones are due long after this test.
        var notices = noticesAt(Instant.parse("2100-06-01T00:00:00Z"));

        assertThat(notices.replay("elsewhere", SETTLED, null, accountId)).isEqualTo(new Replayed(0, false));
        assertThat(notices.replay(region, SETTLED.plusSeconds(1), null, accountId))
                .isEqualTo(new Replayed(0, false));
        assertThat(notices.replay(region, SETTLED, "5.7.11", accountId)).isEqualTo(new Replayed(0, false));
        assertThat(notices.replay(region, SETTLED, null, accountId)).isEqualTo(new Replayed(500, true));
        assertThat(notices.replay(region, SETTLED, null, accountId)).isEqualTo(new Replayed(1, false));
        assertThat(all.countDocuments(Filters.and(Filters.eq("regionId", region), Filters.exists("failure", false))))
                .isEqualTo(501);
        all.deleteMany(Filters.eq("regionId", region));
    }

    @Test
    void keepsFailedOnesLongerAndWelcomesForEver() {
        var region = "r-" + accountId;
        var all = database.getCollection("notices", Notice.class);
        var delivered = settled(region, State.DELIVERED, null);
        var failed = settled(region, State.FAILED, "5.1.1");
        var welcome = settled(Notice.ofWelcome(UUID.randomUUID(), accountId, region, SETTLED), State.DELIVERED, null);
        all.insertMany(List.of(delivered, failed, welcome));
        var notices = noticesAt(SETTLED);

        assertThat(notices.forget(State.DELIVERED, SETTLED)).isZero();
        notices.forget(State.DELIVERED, SETTLED.plusSeconds(1));

        assertThat(all.find(Filters.eq("regionId", region)).map(Notice::id))
                .containsExactlyInAnyOrder(failed.id(), welcome.id());
        assertThat(notices.forget(State.FAILED, SETTLED.plusSeconds(1))).isEqualTo(1);
    }

    private Notice settled(String region, State state, @Nullable String failure) {
        var envelope = new Notice.Envelope(mailboxId, "received:x", "a@x.example", "A", "b@x.example", SETTLED);
        return settled(Notice.ofEnvelope(UUID.randomUUID(), accountId, region, envelope, SETTLED), state, failure);
    }

    private static Notice settled(Notice notice, State state, @Nullable String failure) {
        return new Notice(
                notice.id(),
                notice.noticeId(),
                notice.kind(),
                notice.causeId(),
                notice.accountId(),
                notice.regionId(),
                notice.envelope(),
                state,
                SETTLED,
                SETTLED,
                failure,
                new Lease(null, 1, null, null),
                null,
                notice.outgoing());
    }

    /** Others that are due in that far future are claimed too. */
    private static Optional<Notice> claim(Notices notices, Notice wanted) {
        return notices.claim(500).stream()
                .filter(notice -> notice.id().equals(wanted.id()))
                .findFirst();
    }

    private Notices noticesAt(Instant now) {
        return new Notices(database, outbox, settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static UUID onThePartitionOf(UUID key) {
        return Stream.generate(UUID::randomUUID)
                .filter(other -> partition(other) == partition(key))
                .findFirst()
                .orElseThrow();
    }

    private static int partition(UUID key) {
        return BuiltInPartitioner.partitionForKey(key.toString().getBytes(StandardCharsets.UTF_8), 24);
    }

    private String reasonOfWelcome() {
        var welcome = welcome();
        return welcome == null ? null : welcome.getEmbedded(List.of("lease", "reason"), String.class);
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
        return stored(causeId, accountId);
    }

    private Document stored(UUID causeId, UUID member) {
        return collection("notices")
                .find(new Document("_id", causeId + ":" + member + ":EMAIL"))
                .first();
    }
}
