package fr.plisante.testkit;

import fr.plisante.events.Contract;
import fr.plisante.events.Event;
import fr.plisante.events.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what other services would, in the form that docs/events.md gives. */
public final class OtherServices {

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestComponents.start().kafkaBootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    private OtherServices() {}

    /** An event on its way; published twice it is a repeat. */
    public record Message(UUID id, Event event, long sequence) {

        ProducerRecord<String, byte[]> kafkaRecord() {
            var topic = Contract.topic(event.getClass());
            var message = new ProducerRecord<>(topic, event.key(), EventJson.MAPPER.writeValueAsBytes(event));
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
        try {
            for (var message : messages) {
                PRODUCER.send(message.kafkaRecord()).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
