package fr.plisante.mailbox.mailbox;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.starter.event.ReceivedEvent;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** A validated account has a mailbox of its own. */
@Component
class AccountValidatedListener {

    private final OpenMailbox openMailbox;

    AccountValidatedListener(OpenMailbox openMailbox) {
        this.openMailbox = openMailbox;
    }

    @KafkaListener(topics = AccountValidated.TOPIC, groupId = "mailbox-service")
    void on(ReceivedEvent<AccountValidated> received) {
        openMailbox.open(received.event(), received.sequence());
    }
}
