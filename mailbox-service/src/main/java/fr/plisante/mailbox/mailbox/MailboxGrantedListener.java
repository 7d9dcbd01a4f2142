package fr.plisante.mailbox.mailbox;

import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.starter.event.ReceivedEvent;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** An organisation was granted a mailbox, or its members changed. */
@Component
class MailboxGrantedListener {

    private final OpenMailbox openMailbox;

    MailboxGrantedListener(OpenMailbox openMailbox) {
        this.openMailbox = openMailbox;
    }

    @KafkaListener(topics = MailboxGranted.TOPIC, groupId = "mailbox-service")
    void on(ReceivedEvent<MailboxGranted> received) {
        openMailbox.open(received.event(), received.sequence());
    }
}
