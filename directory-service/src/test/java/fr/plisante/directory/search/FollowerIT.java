package fr.plisante.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.directory.RunningService;
import fr.plisante.events.directory.DirectoryEntryChanged;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the index does with records that it cannot read, and with those that tell it to forget. */
class FollowerIT extends RunningService {

    @Autowired
    Producer<String, byte[]> producer;

    @Autowired
    CurrentIndex index;

    @Test
    void isNotReadyWhileARecordIsLeftOutAndDoesNotReadOnBehindIt() throws Exception {
        var mailboxId = UUID.randomUUID();
        await().until(() -> readiness() == 200);

        var unreadable = publish(DirectoryEntryChanged.TOPIC, mailboxId, "{\"entryId\":1}");
        await().until(() -> readiness() == 503);
        var next = UUID.randomUUID();
        say(account(next, "Derrière", "Line", false), 1);

        await().untilAsserted(() -> assertThat(found(calls, "derriere")).containsExactly(next.toString()));
        assertThat(readiness()).isEqualTo(503);
        await().untilAsserted(() -> assertThat(index.get().position().offsets())
                .containsEntry(unreadable.partition(), unreadable.offset()));

        say(account(mailboxId, "Lisible", "Anne", false), 1);

        await().until(() -> readiness() == 200);
        await().untilAsserted(() -> assertThat(index.get().position().offsets().get(unreadable.partition()))
                .isGreaterThan(unreadable.offset()));
    }

    @Test
    void forgetsThePersonOfATombstone() throws Exception {
        var mailboxId = UUID.randomUUID();
        var account = account(mailboxId, "Oubliée", "Nina", false);
        say(account, 1);
        await().untilAsserted(() -> assertThat(found(calls, "oubliee")).containsExactly(mailboxId.toString()));

        publish(AccountValidated.TOPIC, account.accountId(), null);

        await().untilAsserted(() -> assertThat(found(calls, "oubliee")).isEmpty());
        assertThat(database.getCollection("entries")
                        .find(new org.bson.Document("_id", mailboxId.toString()))
                        .first()
                        .toJson())
                .doesNotContain("Nina");
        say(account, 2);
        await().untilAsserted(() -> assertThat(found(calls, "oubliee")).containsExactly(mailboxId.toString()));
    }

    @Test
    void forgetsTheMailboxOfATombstone() throws Exception {
        var mailboxId = UUID.randomUUID();
        say(granted(mailboxId, "Accueil oublié"), 1);
        await().untilAsserted(() -> assertThat(found(calls, "accueil oublie")).containsExactly(mailboxId.toString()));

        publish(MailboxGranted.TOPIC, mailboxId, null);

        await().untilAsserted(() -> assertThat(found(calls, "accueil oublie")).isEmpty());
    }

    private RecordMetadata publish(String topic, UUID key, @Nullable String value) throws Exception {
        return producer.send(new ProducerRecord<>(
                        topic, key.toString(), value == null ? null : value.getBytes(StandardCharsets.UTF_8)))
                .get();
    }

    private int readiness() {
        return calls.get("/actuator/health/readiness", TOKEN).status();
    }
}
