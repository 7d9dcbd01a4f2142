package fr.plisante.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import fr.plisante.notification.RunningService;
import fr.plisante.testkit.Realm;
import fr.plisante.testkit.StoredDocument;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents of the first release are read and changed by today's code. */
class StoredDocumentsIT extends RunningService {

    private static final UUID ACCOUNT = UUID.fromString("019ab000-0000-7000-8000-000000000101");
    private static final UUID MAILBOX = UUID.fromString("019ab000-0000-7000-8000-000000000102");

    @Autowired
    private MongoDatabase database;

    @Test
    void sendsANoticeAgainAndErasesNothing() {
        StoredDocument.put(database, "people-2026-11");
        StoredDocument.put(database, "audiences-2026-11");
        var notice = StoredDocument.put(database, "notices-2026-11");
        var administrator =
                Realm.person(UUID.randomUUID()).as("region-administrator").token();

        calls.post("/api/notification/notices/" + id(notice.before()) + "/replay", administrator, null);

        await().untilAsserted(() -> assertThat(text(notice.now(), "state")).isEqualTo("DELIVERED"));
        assertThat(only("lea.ancienne.2026-11@courriel.example").header("Message-ID"))
                .isEqualTo("<" + text(notice.before(), "noticeId") + "@notices.plisante.example>");
        assertThat(notice.erased()).isEmpty();
    }

    @Test
    void takesOverNewerPeopleAndAudiencesAndErasesNothing() {
        var person = StoredDocument.put(database, "people-2026-11");
        var audience = StoredDocument.put(database, "audiences-2026-11");

        say(account(ACCOUNT, MAILBOX, "lea.nouvelle.2026-12@courriel.example"), 2);

        await().untilAsserted(() ->
                assertThat(text(person.now(), "email")).isEqualTo("lea.nouvelle.2026-12@courriel.example"));
        await().untilAsserted(() ->
                assertThat(audience.now().getNumber("sequence").longValue()).isEqualTo(2));
        assertThat(person.erased()).isEmpty();
        assertThat(audience.erased()).isEmpty();
    }

    @Test
    void tellsWhatWasKeptUntilItsMailboxIsKnown() {
        var arrival = StoredDocument.put(database, "arrivals-2026-11").before();
        var member = UUID.randomUUID();
        var email = "paul." + member + "@courriel.example";

        say(account(member, UUID.randomUUID(), email), 1);
        say(granted(UUID.fromString(text(arrival, "mailboxId")), List.of(member)), 1);

        await().untilAsserted(() -> only(email));
    }

    @Test
    void settlesACodeAndErasesNothingButTheSecret() {
        var code = StoredDocument.put(database, "codeMails-2026-11");

        await().untilAsserted(() -> assertThat(text(code.now(), "state")).isEqualTo("FAILED"));

        assertThat(code.now()).doesNotContainKey("sealedCode");
        assertThat(code.erased()).isEmpty();
    }

    private static String id(BsonDocument document) {
        return text(document, "_id");
    }

    private static String text(BsonDocument document, String field) {
        return document.getString(field).getValue();
    }
}
