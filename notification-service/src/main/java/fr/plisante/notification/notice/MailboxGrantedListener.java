package fr.plisante.notification.notice;

import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.starter.event.ReceivedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;

/** An organisational mailbox has members: each is told of what comes into it. */
@Component
class MailboxGrantedListener {

    private final FollowPeople follow;

    MailboxGrantedListener(FollowPeople follow) {
        this.follow = follow;
    }

    @KafkaListener(topics = MailboxGranted.TOPIC, groupId = "notification-service.mailboxes")
    void on(
            @Payload(required = false) @Nullable ReceivedEvent<MailboxGranted> received,
            @Header(KafkaHeaders.RECEIVED_KEY) UUID mailboxId) {
        if (received == null) {
            follow.forgetMailbox(mailboxId);
            return;
        }
        follow.mailbox(Audience.from(received.event(), received.sequence()));
    }
}
