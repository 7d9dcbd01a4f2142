package fr.plisante.mailbox;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Stops delivery and lets it go on, as when its machines are down. */
@TestComponent
public class StoppedDelivery {

    private final KafkaListenerEndpointRegistry listeners;

    StoppedDelivery(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    /** What is sent from now on is not delivered. */
    public void stop() {
        containers().forEach(MessageListenerContainer::stop);
    }

    /** Delivers what waits. */
    public void goOn() {
        containers().stream().filter(container -> !container.isRunning()).forEach(MessageListenerContainer::start);
    }

    private List<MessageListenerContainer> containers() {
        return listeners.getListenerContainers().stream()
                .filter(container -> "mailbox-service.delivery".equals(container.getGroupId()))
                .toList();
    }
}
