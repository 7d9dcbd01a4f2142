package fr.plisante.auth.account;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.starter.event.ReceivedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;

/** An account was accepted or has changed. */
@Component
class AccountValidatedListener {

    private final FollowAccount followAccount;

    AccountValidatedListener(FollowAccount followAccount) {
        this.followAccount = followAccount;
    }

    @KafkaListener(topics = AccountValidated.TOPIC, groupId = "auth-service.accounts")
    void on(
            @Payload(required = false) @Nullable ReceivedEvent<AccountValidated> received,
            @Header(KafkaHeaders.RECEIVED_KEY) UUID accountId) {
        if (received == null) {
            followAccount.forget(accountId);
            return;
        }
        followAccount.follow(received.event(), received.sequence());
    }
}
