package fr.plisante.notification.notice;

import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.notification.people.Audience;
import fr.plisante.starter.event.ReceivedEvent;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** An organisational mailbox has members: each is told of what comes into it. */
@Component
class MailboxGrantedListener {

    private final WriteNotices write;

    MailboxGrantedListener(WriteNotices write) {
        this.write = write;
    }

    @KafkaListener(topics = MailboxGranted.TOPIC, groupId = "notification-service.mailboxes")
    void on(ReceivedEvent<MailboxGranted> received) {
        write.mailbox(Audience.from(received.event(), received.sequence()));
    }
}
