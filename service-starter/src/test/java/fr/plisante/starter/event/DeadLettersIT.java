package fr.plisante.starter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.plisante.events.Event;
import fr.plisante.events.Forgotten;
import fr.plisante.events.Professional;
import fr.plisante.events.Workplace;
import fr.plisante.events.mailbox.MailboxOpened;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.starter.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What is no event of the contract becomes a dead letter that says why; everything else reaches its listener. */
@RunningStarter
class DeadLettersIT {

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

    @Value("${spring.kafka.bootstrap-servers}")
    String kafka;

    private final UUID id = Ids.next();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | The data is null",
                "[] | Cannot deserialize",
                "no event | Unrecognized token",
                "{\"mailboxId\":\"01998f2e-0000-7000-8000-000000000002\",\"kind\":\"PER\",\"address\":\"a@b\"} | regionId"
            })
    void isSaidOfDataThatIsNoEvent(String data, String reason) throws Exception {
        send(
                opened(),
                event -> new ProducerRecord<>(
                        event.topic(), null, event.key(), data.getBytes(StandardCharsets.UTF_8), event.headers()));

        assertThat(deadLetter(MailboxOpened.TOPIC).value()).isEqualTo(data);
        assertThat(reason(MailboxOpened.TOPIC)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"ce_id", "ce_subject", "ce_time", "ce_sequence", "ce_actor", "ce_acr", "ce_specversion"})
    void isSaidOfAnEventWithoutAHeader(String header) throws Exception {
        send(opened(), event -> {
            event.headers().remove(header);
            return event;
        });

        assertThat(reason(MailboxOpened.TOPIC)).containsPattern(header.replace("ce_", "") + "|spec version");
        assertThat(deadLetter(MailboxOpened.TOPIC).headers().lastHeader(EventDeserializer.DATA))
                .isNull();
    }

    @Test
    void isSaidOfAHeaderThatIsNoNumber() throws Exception {
        send(opened(), event -> {
            event.headers().remove("ce_sequence").add("ce_sequence", "seven".getBytes(StandardCharsets.UTF_8));
            return event;
        });

        assertThat(reason(MailboxOpened.TOPIC)).isEqualTo("The header ce_sequence cannot be read: seven");
    }

    @Test
    void isSaidOfARecordWithoutDataThatTellsNobodyToForget() throws Exception {
        producer.send(new ProducerRecord<>(MailboxOpened.TOPIC, id.toString(), null))
                .get();

        assertThat(reason(MailboxOpened.TOPIC)).isEqualTo("The record has no data");
    }

    @Test
    void namesTheGroupAndHoldsUpNeitherBatchesNorSingleRecords() throws Exception {
        for (var event : List.of(opened(), account())) {
            send(event, readable -> {
                readable.headers().remove("ce_acr");
                return readable;
            });
            send(event, UnaryOperator.identity());
        }

        await().untilAsserted(() -> assertThat(ears.heardOf(id)).hasSize(1));
        await().untilAsserted(() -> assertThat(followers.followed).contains(id.toString()));
        assertThat(header(deadLetter(MailboxOpened.TOPIC), "kafka_dlt-original-consumer-group"))
                .isEqualTo("ears");
        assertThat(header(deadLetter(AccountValidated.TOPIC), "kafka_dlt-original-consumer-group"))
                .isEqualTo("followers");
    }

    @Test
    void tellsAFollowerToForgetByATombstoneWithHeadersOrWithout() throws Exception {
        send(new Forgotten(AccountValidated.class, id.toString(), "oc"), UnaryOperator.identity());
        await().untilAsserted(() -> assertThat(followers.forgotten).containsOnlyOnce(id));

        producer.send(new ProducerRecord<>(AccountValidated.TOPIC, id.toString(), null))
                .get();
        await().untilAsserted(() ->
                assertThat(followers.forgotten.stream().filter(id::equals)).hasSize(2));
    }

    @Test
    void readsWhatANewerVersionWrote() throws Exception {
        send(
                opened(),
                event -> new ProducerRecord<>(
                        event.topic(),
                        null,
                        event.key(),
                        new String(event.value(), StandardCharsets.UTF_8)
                                .replace("\"PER\"", "\"LATER\",\"addedLater\":{\"x\":[1]}")
                                .getBytes(StandardCharsets.UTF_8),
                        event.headers().add("ce_addedlater", "x".getBytes(StandardCharsets.UTF_8))));

        await().untilAsserted(() -> assertThat(ears.heardOf(id)).hasSize(1));
        assertThat(ears.heardOf(id).getFirst().event().kind()).isEqualTo("LATER");
    }

    private void send(Event event, UnaryOperator<ProducerRecord<String, byte[]>> changed) throws Exception {
        producer.send(changed.apply(format.record(outbox.pending(event, 1, Origin.service("test")))))
                .get();
    }

    private String reason(String topic) {
        return header(deadLetter(topic), "plisante-reason");
    }

    private static String header(ConsumerRecord<String, String> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** The dead letter with this test's key. */
    private ConsumerRecord<String, String> deadLetter(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringDeserializer(),
                new StringDeserializer())) {
            var letters = new TopicPartition(topic + "-dlt", 0);
            consumer.assign(List.of(letters));
            consumer.seekToBeginning(List.of(letters));
            var found = new ArrayList<ConsumerRecord<String, String>>();
            await().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                return found.stream().anyMatch(letter -> id.toString().equals(letter.key()));
            });
            return found.stream()
                    .filter(letter -> id.toString().equals(letter.key()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private MailboxOpened opened() {
        return new MailboxOpened(id, "oc", null, "PER", "a@mssante.example");
    }

    private AccountValidated account() {
        return new AccountValidated(
                id,
                "oc",
                Ids.next(),
                "PER",
                "a@mssante.example",
                null,
                "Nom",
                "Prénom",
                Professional.NONE,
                null,
                "a@courriel.example",
                "fr",
                "Europe/Paris",
                new Workplace(null, null, null, null, null, null),
                false,
                true,
                List.of());
    }
}
