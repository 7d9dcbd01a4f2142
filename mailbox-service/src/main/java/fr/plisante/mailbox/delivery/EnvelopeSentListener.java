package fr.plisante.mailbox.delivery;

import fr.plisante.events.mailbox.EnvelopeSent;
import fr.plisante.starter.event.ReceivedEvent;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Delivers what was sent; a group of its own, so that it scales and falls behind alone. */
@Component
class EnvelopeSentListener {

    private final DeliverEnvelopes deliverEnvelopes;

    EnvelopeSentListener(DeliverEnvelopes deliverEnvelopes) {
        this.deliverEnvelopes = deliverEnvelopes;
    }

    @KafkaListener(topics = EnvelopeSent.TOPIC, groupId = "mailbox-service.delivery", batch = "true")
    void on(List<ReceivedEvent<EnvelopeSent>> batch) {
        deliverEnvelopes.deliver(batch.stream().map(ReceivedEvent::event).toList());
    }
}
