package fr.plisante.starter.event;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/** Tells why a listener did not succeed; without it the retries for ever would be silent. */
final class FailedAttempts implements RetryListener {

    private static final Logger LOG = LoggerFactory.getLogger(FailedAttempts.class);

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> event, @Nullable Exception failure, int attempt) {
        LOG.warn("Attempt {} at {}-{}@{} failed", attempt, event.topic(), event.partition(), event.offset(), failure);
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> events, @Nullable Exception failure, int attempt) {
        LOG.warn("Attempt {} at {} events of {} failed", attempt, events.count(), events.partitions(), failure);
    }
}
