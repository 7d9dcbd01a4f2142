package fr.plisante.mailbox.envelope;

import fr.plisante.events.mailbox.EnvelopeOpened;
import fr.plisante.starter.event.ReceivedEvent;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** The sender's receipts: opened, and by whom. */
@Component
class EnvelopeOpenedListener {

    private final Envelopes envelopes;

    EnvelopeOpenedListener(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    @KafkaListener(topics = EnvelopeOpened.TOPIC, groupId = "mailbox-service.receipts", batch = "true")
    void on(List<ReceivedEvent<EnvelopeOpened>> batch) {
        envelopes.note(batch.stream().map(EnvelopeOpenedListener::noted).toList());
    }

    private static Envelopes.Noted noted(ReceivedEvent<EnvelopeOpened> received) {
        var opened = received.event();
        return new Envelopes.Noted(
                new EnvelopeRef(opened.envelopeId(), opened.fromMailboxId()),
                opened.mailboxId(),
                "opened",
                new Receipt.Act(opened.openedAt(), received.origin().actor()));
    }
}
