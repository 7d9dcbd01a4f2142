package fr.plisante.auth.account;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.starter.event.ReceivedEvent;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** An account was accepted or has changed. */
@Component
class AccountValidatedListener {

    private final FollowAccount followAccount;

    AccountValidatedListener(FollowAccount followAccount) {
        this.followAccount = followAccount;
    }

    @KafkaListener(topics = AccountValidated.TOPIC, groupId = "auth-service.accounts")
    void on(ReceivedEvent<AccountValidated> received) {
        followAccount.follow(received.event(), received.sequence());
    }
}
