package fr.plisante.notification.code;

import fr.plisante.events.auth.OneTimeCodeIssued;
import fr.plisante.starter.event.ReceivedEvent;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Somebody waits for a code. */
@Component
class OneTimeCodeIssuedListener {

    private final CodeSending sending;

    OneTimeCodeIssuedListener(CodeSending sending) {
        this.sending = sending;
    }

    @KafkaListener(topics = OneTimeCodeIssued.TOPIC, groupId = "notification-service.codes")
    void on(ReceivedEvent<OneTimeCodeIssued> received) {
        sending.send(CodeMail.from(received));
    }
}
