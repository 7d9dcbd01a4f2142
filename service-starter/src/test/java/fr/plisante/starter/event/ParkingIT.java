package fr.plisante.starter.event;

import static fr.plisante.testkit.AnAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.plisante.events.Event;
import fr.plisante.events.auth.OneTimeCodeIssued;
import fr.plisante.events.mailbox.MailboxOpened;
import fr.plisante.starter.Ids;
import fr.plisante.starter.event.ParkedEvents.State;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.support.KafkaUtils;

/** An event that can be read and not carried out holds up nothing but itself. */
@RunningStarter
class ParkingIT {

    @Autowired
    Outbox outbox;

    @Autowired
    EventFormat format;

    @Autowired
    Producer<String, byte[]> producer;

    @Autowired
    OutboxIT.Ears ears;

    @Autowired
    OutboxIT.Followers followers;

    @Autowired
    MongoDatabase database;

    @Autowired
    ParkedEndpoint operator;

    @Autowired
    KafkaListenerEndpointRegistry listeners;

    private final UUID id = Ids.next();

    @AfterEach
    void mend() {
        ears.failing.clear();
        followers.failing.clear();
    }

    @Test
    void letsTheOthersOfItsBatchThrough() throws Exception {
        ears.failing.put(id, new IllegalStateException("No key for this one"));
        var others = Stream.generate(Ids::next).limit(20).toList();
        // While nobody listens, so that all of them come in one batch.
        var listening = listeners.getListenerContainers().stream()
                .filter(container -> "ears".equals(container.getGroupId()))
                .findFirst()
                .orElseThrow();
        listening.stop();
        for (var each : Stream.concat(others.stream(), Stream.of(id)).sorted().toList()) {
            send(opened(each), 1);
        }
        listening.start();

        await().untilAsserted(() -> assertThat(others)
                .allSatisfy(other -> assertThat(ears.heardOf(other)).isNotEmpty()));
        await().untilAsserted(() -> assertThat(parked()).hasSize(1));
        assertThat(operator.waiting())
                .extracting(ParkedEndpoint.View::key)
                .doesNotContainAnyElementsOf(others.stream().map(UUID::toString).toList());
        var parked = parked().getFirst();
        assertThat(parked.getString("reason")).contains("No key for this one");
        assertThat(parked.getString("group")).isEqualTo("ears");
        assertThat(parked.getInteger("attempts")).isEqualTo(Parking.TRIES);
        assertThat(new String(parked.get("data", Binary.class).getData(), StandardCharsets.UTF_8))
                .contains(id.toString());
        assertThat(parked.getList("headers", Document.class))
                .extracting(header -> header.getString("name"))
                .contains("ce_id", "ce_sequence")
                .doesNotContain(EventDeserializer.DATA);
    }

    @Test
    void isReplayedOnceTheCauseIsMended() throws Exception {
        ears.failing.put(id, new IllegalStateException("Not yet"));
        send(opened(id), 7);
        await().untilAsserted(() -> assertThat(parked()).hasSize(1));
        var shown = waiting().getFirst();
        assertThat(shown.reason()).contains("Not yet");

        assertThat(operator.replay(shown.id(), SecurityContext.NONE))
                .extracting(ParkedEndpoint.Outcome::state)
                .isEqualTo(State.PARKED);
        ears.failing.clear();
        assertThat(operator.replay(shown.id(), SecurityContext.NONE))
                .extracting(ParkedEndpoint.Outcome::state)
                .isEqualTo(State.REPLAYED);

        assertThat(ears.heardOf(id)).hasSize(1);
        assertThat(ears.heardOf(id).getFirst().sequence()).isEqualTo(7);
        assertThat(waiting()).isEmpty();
        assertThat(parked().getFirst().getInteger("attempts")).isEqualTo(Parking.TRIES + 1);
        assertThat(operator.replay(shown.id(), SecurityContext.NONE)).isNull();
    }

    @Test
    void isParkedOnceHoweverOftenItIsSaid() throws Exception {
        ears.failing.put(id, new IllegalStateException("Not this one"));
        var record = format.record(outbox.pending(opened(id), 1, Origin.service("x")));
        producer.send(record).get();
        await().untilAsserted(() -> assertThat(parked()).hasSize(1));

        producer.send(record).get();
        send(opened(id), 2);

        // Behind it, the second one is parked; by then the repeated one was seen.
        await().untilAsserted(() -> assertThat(parked()).hasSize(2));
        assertThat(parked()).extracting(one -> one.getString("eventId")).doesNotHaveDuplicates();
    }

    @Test
    void isGivenUpForGood() throws Exception {
        ears.failing.put(id, new IllegalStateException("Not this one"));
        var record = format.record(outbox.pending(opened(id), 1, Origin.service("x")));
        producer.send(record).get();
        await().untilAsserted(() -> assertThat(parked()).hasSize(1));
        operator.discard(waiting().getFirst().id(), "No use", SecurityContext.NONE);

        producer.send(record).get();

        // Once this one is parked, the one before it was seen.
        send(opened(id), 2);
        await().untilAsserted(() -> assertThat(waiting()).hasSize(1));
        assertThat(parked())
                .extracting(one -> one.getString("eventId"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void holdsBackWhatComesBehindItUnderItsKey() throws Exception {
        ears.failing.put(id, new IllegalStateException("Not yet"));
        send(opened(id), 1);
        await().untilAsserted(() -> assertThat(parked()).hasSize(1));
        ears.failing.clear();

        send(opened(id), 2);

        await().untilAsserted(() -> assertThat(parked()).hasSize(2));
        assertThat(parked().getLast().getString("reason")).startsWith("Waits behind ears:" + MailboxOpened.TOPIC);
        assertThat(ears.heardOf(id)).isEmpty();
        // Neither does an operator overtake.
        assertThat(operator.replay(waiting().getLast().id(), SecurityContext.NONE))
                .extracting(ParkedEndpoint.Outcome::state)
                .isEqualTo(State.PARKED);
        waiting().forEach(one -> operator.replay(one.id(), SecurityContext.NONE));
        assertThat(ears.heardOf(id)).extracting(ReceivedEvent::sequence).containsExactly(1L, 2L);

        // Nothing waits behind what is settled, however lately.
        send(opened(id), 3);
        await().untilAsserted(() -> assertThat(ears.heardOf(id)).hasSize(3));
        assertThat(parked()).hasSize(2).noneMatch(one -> one.containsKey("data"));
    }

    @Test
    void givesWayToANewerStateOfItsKey() throws Exception {
        followers.failing.put(id, new IllegalStateException("Refused"));
        send(anAccount().of(id).build(), 1);
        await().untilAsserted(() -> assertThat(parked()).hasSize(1));
        followers.failing.clear();

        send(anAccount().of(id).build(), 2);

        await().untilAsserted(() -> assertThat(followers.followed).contains(id.toString()));
        await().untilAsserted(
                        () -> assertThat(parked().getFirst().getString("state")).isEqualTo("SUPERSEDED"));
    }

    @Test
    void isGivenUpForAReason() throws Exception {
        ears.failing.put(id, new IllegalStateException("Never"));
        send(opened(id), 1);
        await().untilAsserted(() -> assertThat(parked()).hasSize(1));

        operator.discard(waiting().getFirst().id(), "sent by a test", SecurityContext.NONE);

        assertThat(waiting()).isEmpty();
        assertThat(parked().getFirst().getString("because")).isEqualTo("sent by a test");
    }

    @Test
    void isNoneForAnOutageThatPasses() throws Exception {
        ears.failing.put(id, new MongoTimeoutException("The store is away"));
        followers.failing.put(id, new MongoTimeoutException("The store is away"));
        send(opened(id), 1);
        send(anAccount().of(id).build(), 1);
        // Longer than the tries of an event that is to blame itself.
        await().during(Duration.ofSeconds(4)).until(() -> parked().isEmpty());

        // The store is back; the events still have a fault of their own.
        ears.failing.put(id, new IllegalStateException("No key for this one"));
        followers.failing.put(id, new IllegalStateException("Refused"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(parked())
                        .extracting(one -> one.getString("group"))
                        .containsExactlyInAnyOrder("ears", "followers"));
    }

    @Test
    void isNothingForManyAtOnceNorForCodes() {
        var parking = new Parking(new ParkedEvents(database, Clock.systemUTC()), 2, Clock.systemUTC());
        KafkaUtils.setConsumerGroupId("many");
        try {
            var failure = new IllegalStateException("The keyset is lost");
            parking.accept(record(MailboxOpened.TOPIC, 1), failure);
            parking.accept(record(MailboxOpened.TOPIC, 2), failure);
            assertThat(parking.isFull()).isTrue();
            assertThatThrownBy(() -> parking.accept(record(MailboxOpened.TOPIC, 3), failure))
                    .hasMessageContaining("something else must be wrong");

            parking.accept(record(OneTimeCodeIssued.TOPIC, 4), failure);
        } finally {
            KafkaUtils.clearConsumerGroupId();
        }
        assertThat(parked()).extracting(one -> one.getLong("offset")).containsExactly(1L, 2L);
        waiting().forEach(one -> operator.discard(one.id(), "a test", SecurityContext.NONE));
    }

    private ConsumerRecord<Object, Object> record(String topic, long offset) {
        return new ConsumerRecord<>(topic, 0, offset, id.toString(), null);
    }

    private List<ParkedEndpoint.View> waiting() {
        return operator.waiting().stream()
                .filter(one -> id.toString().equals(one.key()))
                .toList();
    }

    private List<Document> parked() {
        return database.getCollection("parked")
                .find(Filters.eq("key", id.toString()))
                .sort(new Document("parkedAt", 1))
                .into(new ArrayList<>());
    }

    private void send(Event event, long sequence) throws Exception {
        producer.send(format.record(outbox.pending(event, sequence, Origin.service("test"))))
                .get();
    }

    private static MailboxOpened opened(UUID mailboxId) {
        return new MailboxOpened(mailboxId, "oc", null, "PER", "a@mssante.example");
    }
}
