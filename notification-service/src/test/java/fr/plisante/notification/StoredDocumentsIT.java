package fr.plisante.notification;

import static fr.plisante.testkit.OtherServices.publish;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import fr.plisante.testkit.Realm;
import fr.plisante.testkit.StoredDocument;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents of the first release are read and changed by today's code. Nothing in the samples is due before 2099. */
class StoredDocumentsIT extends RunningService {

    private static final UUID PERSON = UUID.fromString("019ab000-0000-7000-8000-000000000101");

    @Autowired
    private MongoDatabase database;

    @Test
    void sendsANoticeAndErasesNothing() {
        StoredDocument.put(database, "people-2026-11");
        StoredDocument.put(database, "audiences-2026-11");
        var notice = StoredDocument.put(database, "notices-2026-11");

        makeDue(notice, "notices");

        await().untilAsserted(() -> assertThat(text(notice, "state")).isEqualTo("DELIVERED"));
        var messageId = "<" + text(notice, "noticeId") + "@notices.plisante.example>";
        // Which of this person's addresses is at hand depends on which test here came before.
        assertThat(SINK.mails()).extracting(mail -> mail.header("Message-ID")).contains(messageId);
        assertThat(notice.erased()).isEmpty();
    }

    @Test
    void settlesACodeAndErasesNothing() {
        var code = StoredDocument.put(database, "codeMails-2026-11");

        makeDue(code, "codeMails");

        await().untilAsserted(() -> assertThat(text(code, "state")).isEqualTo("EXPIRED"));
        assertThat(code.now().containsKey("sealedCode")).isFalse();
        assertThat(code.erased()).isEmpty();
    }

    @Test
    void takesOverANewerPersonAndAudienceAndErasesNothing() {
        var person = StoredDocument.put(database, "people-2026-11");
        var audience = StoredDocument.put(database, "audiences-2026-11");
        var mailboxId = UUID.fromString(text(person, "mailboxId"));

        publish(account(PERSON, mailboxId, "claire.nouvelle@courriel.example"), 3);

        await().untilAsserted(() ->
                assertThat(audience.now().getNumber("sequence").longValue()).isEqualTo(3));
        assertThat(text(person, "email")).isEqualTo("claire.nouvelle@courriel.example");
        assertThat(person.erased()).isEmpty();
        assertThat(audience.erased()).isEmpty();
    }

    @Test
    void tellsOfAnArrivalOnceSomebodyIsKnown() {
        var arrival = StoredDocument.put(database, "arrivals-2026-11");
        var cause = text(arrival, "_id");

        publish(granted(UUID.fromString(text(arrival, "mailboxId")), List.of(PERSON)), 1);

        await().untilAsserted(() -> assertThat(collection("arrivals").countDocuments(Filters.eq("_id", cause)))
                .isZero());
        var notice = collection("notices")
                .find(Filters.eq("_id", cause + ":" + PERSON + ":EMAIL"))
                .first();
        assertThat(notice).isNotNull();
        assertThat(notice.getEmbedded(List.of("envelope", "fromName"), String.class))
                .isEqualTo("Dr Jean Martin");
    }

    @Test
    void sendsNothingOfAKindThatOnlyANewerVersionKnows() {
        StoredDocument.put(database, "people-2026-11");
        var notice = StoredDocument.put(database, "notices-2026-11");

        makeDue(notice, "notices", "kind");

        await().untilAsserted(() -> assertThat(reason(notice)).isEqualTo("of a newer version"));
        assertThat(text(notice, "kind")).isEqualTo("LATER");
        assertThat(text(notice, "state")).isEqualTo("PENDING");
        assertThat(notice.erased()).isEmpty();
    }

    @Test
    void leavesANoticeInAStateThatOnlyANewerVersionKnows() {
        StoredDocument.put(database, "people-2026-11");
        var notice = StoredDocument.put(database, "notices-2026-11");

        makeDue(notice, "notices", "state");

        await().untilAsserted(() -> assertThat(reason(notice)).isEqualTo("of a newer version"));
        assertThat(text(notice, "state")).isEqualTo("LATER");
    }

    @Test
    void leavesACodeInAStateThatOnlyANewerVersionKnows() {
        var code = StoredDocument.put(database, "codeMails-2026-11");

        makeDue(code, "codeMails", "state");

        await().untilAsserted(() -> assertThat(reason(code)).isEqualTo("of a newer version"));
        assertThat(text(code, "state")).isEqualTo("LATER");
        assertThat(code.now().getString("sealedCode")).isEqualTo(code.before().getString("sealedCode"));
    }

    @Test
    void doesNotListAnUnknownState() {
        var token = Realm.person(UUID.randomUUID()).as("region-administrator").token();

        var list = calls.get("/api/notification/notices?state=UNKNOWN", token);

        assertThat(list.status()).isEqualTo(400);
        assertThat(list.text("code")).isEqualTo("invalid-request");
    }

    private void makeDue(StoredDocument work, String collection) {
        collection(collection).updateOne(Filters.eq("_id", text(work, "_id")), Updates.set("lease.due", Instant.EPOCH));
    }

    /** In the same write a constant that this version does not know is set. */
    private void makeDue(StoredDocument work, String collection, String unknown) {
        collection(collection)
                .updateOne(
                        Filters.eq("_id", text(work, "_id")),
                        Updates.combine(Updates.set("lease.due", Instant.EPOCH), Updates.set(unknown, "LATER")));
    }

    private static String reason(StoredDocument work) {
        return work.now()
                .getDocument("lease")
                .getString("reason", new BsonString(""))
                .getValue();
    }

    private static String text(StoredDocument document, String field) {
        return document.now().getString(field).getValue();
    }
}
