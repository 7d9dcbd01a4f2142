package fr.plisante.notification.notice;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.starter.event.ReceivedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;

/** Somebody has an account: they are welcomed, and told from now on of what comes into their mailbox. */
@Component
class AccountValidatedListener {

    private final FollowPeople follow;

    AccountValidatedListener(FollowPeople follow) {
        this.follow = follow;
    }

    @KafkaListener(topics = AccountValidated.TOPIC, groupId = "notification-service.people")
    void on(
            @Payload(required = false) @Nullable ReceivedEvent<AccountValidated> received,
            @Header(KafkaHeaders.RECEIVED_KEY) UUID accountId) {
        if (received == null) {
            follow.forgetAccount(accountId);
            return;
        }
        follow.account(
                received.id(),
                Person.from(received.event(), received.sequence()),
                Audience.from(received.event(), received.sequence()));
    }
}
