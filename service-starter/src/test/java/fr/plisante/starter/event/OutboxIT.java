package fr.plisante.starter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import fr.plisante.events.mailbox.MailboxEvent;
import fr.plisante.events.mailbox.MailboxOpened;
import fr.plisante.local.test.RealComponents;
import fr.plisante.starter.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;

/** What a document says is published once it is written, by whom ever is left to do it. */
@RealComponents
@SpringBootTest(
        classes = OutboxIT.Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.application.name=try-service",
            "spring.mongodb.database=outbox",
            "plisante.outbox.sweep=1s",
            "plisante.topics.partitions=3"
        })
class OutboxIT {

    /** A document as services write them. */
    public record Thing(
            @BsonId UUID id,
            long version,
            List<PendingEvent> outbox,
            @Nullable Instant outboxAt) {}

    @Autowired
    Outbox outbox;

    @Autowired
    MongoDatabase database;

    @Autowired
    Ears ears;

    @Autowired
    Producer<String, byte[]> producer;

    @Value("${spring.kafka.bootstrap-servers}")
    String kafka;

    MongoCollection<Thing> things;

    @BeforeEach
    void freshCollection() {
        things = database.getCollection("things-" + Ids.next(), Thing.class);
        outbox.watch(things);
    }

    @Test
    void publishesRightAfterTheWriteAndEmptiesTheDocument() {
        var thing = thing(Instant.now().plusSeconds(600), 7);
        things.insertOne(thing);

        outbox.publish(things, thing.id(), thing.version(), thing.outbox());

        await().untilAsserted(() -> assertThat(ears.heardOf(thing.id())).hasSize(1));
        var received = ears.heardOf(thing.id()).getFirst();
        assertThat(received.id()).isEqualTo(thing.outbox().getFirst().id());
        assertThat(received.sequence()).isEqualTo(7);
        assertThat(received.origin()).isEqualTo(new Origin("camille", thing.id(), 2));
        assertThat(received.event().address()).isEqualTo("é@mssante.example");
        await().untilAsserted(() ->
                assertThat(stored(thing)).isEqualTo(new Thing(thing.id(), thing.version(), List.of(), null)));
    }

    @Test
    void publishesWhatACrashLeftBehind() {
        var thing = thing(Instant.now().minusSeconds(1), 1);
        things.insertOne(thing);

        await().untilAsserted(() -> assertThat(ears.heardOf(thing.id())).hasSize(1));
        await().untilAsserted(() -> assertThat(stored(thing).outboxAt()).isNull());
    }

    @Test
    void leavesAloneWhatALaterWriteAdded() {
        var thing = thing(Instant.now().plusSeconds(600), 1);
        var later = outbox.pending(opened(thing.id()), 2, Origin.service("later"));
        things.insertOne(thing);
        things.updateOne(
                Filters.eq("_id", thing.id()),
                Updates.combine(Updates.set("version", 2L), Updates.push("outbox", later)));

        outbox.publish(things, thing.id(), thing.version(), thing.outbox());

        await().untilAsserted(() -> assertThat(stored(thing).outbox()).containsExactly(later));
    }

    @Test
    void keepsWhatNobodyCanReadAmongTheDeadLetters() throws Exception {
        producer.send(new ProducerRecord<>(MailboxOpened.TOPIC, "x", "no event".getBytes(StandardCharsets.UTF_8)))
                .get();
        var thing = thing(Instant.now().plusSeconds(600), 1);
        things.insertOne(thing);
        outbox.publish(things, thing.id(), thing.version(), thing.outbox());

        await().untilAsserted(() -> assertThat(ears.heardOf(thing.id())).hasSize(1));
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringDeserializer(),
                new StringDeserializer())) {
            var letters = new TopicPartition(MailboxOpened.TOPIC + "-dlt", 0);
            consumer.assign(List.of(letters));
            consumer.seekToBeginning(List.of(letters));
            await().untilAsserted(() -> assertThat(
                            consumer.poll(Duration.ofMillis(200)).records(letters))
                    .anySatisfy(letter -> {
                        assertThat(letter.value()).isEqualTo("no event");
                        assertThat(letter.headers().lastHeader("plisante-reason"))
                                .isNotNull();
                    }));
        }
    }

    private Thing stored(Thing thing) {
        var stored = things.find(Filters.eq("_id", thing.id())).first();
        assertThat(stored).isNotNull();
        return stored;
    }

    private Thing thing(Instant due, long version) {
        var id = Ids.next();
        return new Thing(
                id,
                version,
                List.of(outbox.pending(opened(id), version, new Origin("camille", id, 2))),
                due.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
    }

    private static MailboxOpened opened(UUID id) {
        return new MailboxOpened(id, "oc", null, "PER", "é@mssante.example");
    }

    static class Ears {

        final List<ReceivedEvent<MailboxOpened>> heard = new CopyOnWriteArrayList<>();

        @KafkaListener(topics = MailboxOpened.TOPIC, groupId = "ears", batch = "true")
        void on(List<ReceivedEvent<MailboxOpened>> batch) {
            heard.addAll(batch);
        }

        List<ReceivedEvent<MailboxOpened>> heardOf(UUID mailboxId) {
            return heard.stream()
                    .filter(received -> received.event().mailboxId().equals(mailboxId))
                    .toList();
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {

        @Bean
        OwnedTopics topics() {
            return OwnedTopics.of(MailboxEvent.class);
        }

        @Bean
        Ears ears() {
            return new Ears();
        }
    }
}
