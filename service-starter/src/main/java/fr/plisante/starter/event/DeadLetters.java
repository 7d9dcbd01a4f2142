package fr.plisante.starter.event;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;

/**
 * Keeps unreadable records from listeners: they go, with the reason and as they came, to the topic's {@code -dlt}. A
 * record that can be read is never a dead letter; its listener retries until it succeeds.
 */
final class DeadLetters implements RecordFilterStrategy<Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Producer<String, byte[]> producer;

    DeadLetters(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public boolean filter(ConsumerRecord<Object, Object> consumed) {
        if (!(consumed.value() instanceof Received.Unreadable unreadable)) {
            return false;
        }
        var key = consumed.key() == null ? null : consumed.key().toString();
        var letter = new ProducerRecord<>(consumed.topic() + "-dlt", key, unreadable.data());
        consumed.headers().forEach(letter.headers()::add);
        letter.headers()
                .add("plisante-reason", unreadable.reason().getBytes(StandardCharsets.UTF_8))
                .add(
                        "plisante-origin",
                        "%s-%d@%d"
                                .formatted(consumed.topic(), consumed.partition(), consumed.offset())
                                .getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(letter).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while writing a dead letter", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new KafkaException("A dead letter could not be written", e);
        }
        LOG.error(
                "Unreadable record {}-{}@{} put into the dead letters: {}",
                consumed.topic(),
                consumed.partition(),
                consumed.offset(),
                unreadable.reason());
        return true;
    }
}
