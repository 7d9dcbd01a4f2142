package fr.plisante.mailbox.mailbox;

import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.starter.event.ReceivedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;

/** An organisation was granted a mailbox, or its members changed. */
@Component
class MailboxGrantedListener {

    private final OpenMailbox openMailbox;

    MailboxGrantedListener(OpenMailbox openMailbox) {
        this.openMailbox = openMailbox;
    }

    @KafkaListener(topics = MailboxGranted.TOPIC, groupId = "mailbox-service")
    void on(
            @Payload(required = false) @Nullable ReceivedEvent<MailboxGranted> received,
            @Header(KafkaHeaders.RECEIVED_KEY) UUID mailboxId) {
        if (received == null) {
            openMailbox.close(mailboxId);
            return;
        }
        openMailbox.open(received.event(), received.sequence());
    }
}
