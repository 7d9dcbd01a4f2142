package fr.plisante.notification.notice;

import fr.plisante.events.mailbox.EnvelopeDelivered;
import fr.plisante.starter.event.ReceivedEvent;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** An envelope lies in a mailbox: those who hold it are told. */
@Component
class EnvelopeDeliveredListener {

    private final WriteNotices write;

    EnvelopeDeliveredListener(WriteNotices write) {
        this.write = write;
    }

    @KafkaListener(topics = EnvelopeDelivered.TOPIC, groupId = "notification-service.notices", batch = "true")
    void on(List<ReceivedEvent<EnvelopeDelivered>> batch) {
        write.envelopes(batch.stream().map(Arrival::from).toList());
    }
}
