package fr.plisante.starter.event;

import fr.plisante.starter.event.ParkedEvents.Parked;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Hands a parked event to the listener that could not carry it out. */
final class Replay {

    private final KafkaListenerEndpointRegistry listeners;

    Replay(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @SuppressWarnings("unchecked") // Every listener of ours listens to whatever our deserializer makes.
    void of(Parked one) {
        var listener = listeners.getListenerContainers().stream()
                .filter(container -> one.group().equals(container.getGroupId()))
                .map(MessageListenerContainer::getContainerProperties)
                .filter(properties -> properties.getTopics() != null
                        && Set.of(properties.getTopics()).contains(one.topic()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("Group " + one.group() + " no longer reads " + one.topic()))
                .getMessageListener();
        switch (listener) {
            case BatchAcknowledgingConsumerAwareMessageListener<?, ?> batches ->
                ((BatchAcknowledgingConsumerAwareMessageListener<Object, Object>) batches)
                        .onMessage(new ArrayList<>(List.of(one.again())), null, null);
            case AcknowledgingConsumerAwareMessageListener<?, ?> records ->
                ((AcknowledgingConsumerAwareMessageListener<Object, Object>) records)
                        .onMessage(one.again(), null, null);
            case null, default -> throw new IllegalStateException("No listener of events: " + listener);
        }
    }
}
