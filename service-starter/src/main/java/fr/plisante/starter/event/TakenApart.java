package fr.plisante.starter.event;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.Acknowledgment;

/** Stands around a listener of batches: one that fails is taken apart, so that the event to blame is known by name. */
final class TakenApart implements BatchAcknowledgingConsumerAwareMessageListener<Object, Object> {

    private final BatchAcknowledgingConsumerAwareMessageListener<Object, Object> listener;
    private final Parking parking;

    TakenApart(BatchAcknowledgingConsumerAwareMessageListener<Object, Object> listener, Parking parking) {
        this.listener = listener;
        this.parking = parking;
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<Object, Object>> batch,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        var next = withoutThoseThatWait(batch);
        if (next.isEmpty()) {
            return;
        }
        try {
            // Spring's filter takes what it filters out of the list itself, so each call has one of its own.
            listener.onMessage(new ArrayList<>(next), acknowledgment, consumer);
        } catch (RuntimeException e) {
            if (Outage.isOne(e)) {
                throw failed(next.getFirst(), e);
            }
            next.forEach(record -> alone(record, acknowledgment, consumer));
        }
    }

    private List<ConsumerRecord<Object, Object>> withoutThoseThatWait(List<ConsumerRecord<Object, Object>> batch) {
        try {
            return batch.stream().filter(record -> !parking.waitsBehind(record)).toList();
        } catch (RuntimeException e) {
            // Nothing of the batch is carried out yet.
            throw failed(batch.getFirst(), e);
        }
    }

    private void alone(
            ConsumerRecord<Object, Object> record,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        try {
            listener.onMessage(new ArrayList<>(List.of(record)), acknowledgment, consumer);
        } catch (RuntimeException e) {
            throw failed(record, e);
        }
    }

    /**
     * What comes before the record is done with; it and what comes behind it are read again. Spring counts the attempts
     * anew when the class changes, so each kind has its own: an outage may end in a fault, and a fault in an outage.
     */
    private static BatchListenerFailedException failed(ConsumerRecord<Object, Object> record, RuntimeException e) {
        return Outage.isOne(e) ? new InOutage(record, e) : new ByItself(record, e);
    }

    private static final class InOutage extends BatchListenerFailedException {

        private static final long serialVersionUID = 1L;

        InOutage(ConsumerRecord<Object, Object> record, RuntimeException cause) {
            super("An event waits for the end of an outage", cause, record);
        }
    }

    private static final class ByItself extends BatchListenerFailedException {

        private static final long serialVersionUID = 1L;

        ByItself(ConsumerRecord<Object, Object> record, RuntimeException cause) {
            super("An event cannot be carried out", cause, record);
        }
    }
}
