package fr.plisante.testkit;

import fr.plisante.events.Contract;
import fr.plisante.events.Event;
import fr.plisante.events.EventJson;
import fr.plisante.events.Forgotten;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes what other services would, in the form that docs/events.md gives. */
public final class OtherServices {

    private static final KafkaProducer<String, byte @Nullable []> PRODUCER = new KafkaProducer<>(Map.of(
            "bootstrap.servers", TestComponents.start().kafkaBootstrapServers(),
            "key.serializer", StringSerializer.class,
            "value.serializer", ByteArraySerializer.class));

    private OtherServices() {}

    /** An event on its way; published twice it is a repeat. */
    public record Message(UUID id, Event event, long sequence) {

        ProducerRecord<String, byte @Nullable []> kafkaRecord() {
            var forgotten = event instanceof Forgotten gone ? gone : null;
            var topic = Contract.topic(forgotten == null ? event.getClass() : forgotten.state());
            var data = forgotten == null ? EventJson.MAPPER.writeValueAsBytes(event) : null;
            var message = new ProducerRecord<String, byte @Nullable []>(topic, event.key(), data);
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            id.toString(),
                            "ce_source",
                            "/plisante/test",
                            "ce_type",
                            "fr." + topic,
                            "ce_subject",
                            event.subject(),
                            "ce_time",
                            Instant.now().toString(),
                            "ce_sequence",
                            Long.toString(sequence),
                            "ce_actor",
                            "test",
                            "ce_acr",
                            "0",
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            return message;
        }
    }

    public static Message message(Event event, long sequence) {
        return new Message(UUID.randomUUID(), event, sequence);
    }

    /** Publishes it and waits until it stands in its topic. */
    public static Message publish(Event event, long sequence) {
        var message = message(event, sequence);
        publish(message);
        return message;
    }

    public static void publish(Message... messages) {
        for (var message : messages) {
            send(message.kafkaRecord());
        }
    }

    /** Whatever stands in a topic: what nobody can read, or without a text a tombstone. No CloudEvents headers. */
    public static RecordMetadata publish(String topic, Object key, @Nullable String text) {
        return send(new ProducerRecord<>(
                topic, key.toString(), text == null ? null : text.getBytes(StandardCharsets.UTF_8)));
    }

    private static RecordMetadata send(ProducerRecord<String, byte @Nullable []> message) {
        try {
            return PRODUCER.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
