package fr.plisante.mailbox.envelope;

import fr.plisante.events.mailbox.EnvelopeDelivered;
import fr.plisante.starter.event.ReceivedEvent;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** The sender's receipts: delivered. */
@Component
class EnvelopeDeliveredListener {

    private final Envelopes envelopes;

    EnvelopeDeliveredListener(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    @KafkaListener(topics = EnvelopeDelivered.TOPIC, groupId = "mailbox-service.receipts", batch = "true")
    void on(List<ReceivedEvent<EnvelopeDelivered>> batch) {
        envelopes.note(batch.stream()
                .map(ReceivedEvent::event)
                .map(EnvelopeDeliveredListener::noted)
                .toList());
    }

    private static Envelopes.Noted noted(EnvelopeDelivered delivered) {
        return new Envelopes.Noted(
                new EnvelopeRef(delivered.envelopeId(), delivered.fromMailboxId()),
                delivered.mailboxId(),
                "deliveredAt",
                delivered.deliveredAt());
    }
}
