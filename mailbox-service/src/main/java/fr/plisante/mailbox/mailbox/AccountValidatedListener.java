package fr.plisante.mailbox.mailbox;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.starter.event.ReceivedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;

/** A validated account has a mailbox of its own. */
@Component
class AccountValidatedListener {

    private final OpenMailbox openMailbox;

    AccountValidatedListener(OpenMailbox openMailbox) {
        this.openMailbox = openMailbox;
    }

    @KafkaListener(topics = AccountValidated.TOPIC, groupId = "mailbox-service")
    void on(
            @Payload(required = false) @Nullable ReceivedEvent<AccountValidated> received,
            @Header(KafkaHeaders.RECEIVED_KEY) UUID accountId) {
        if (received == null) {
            openMailbox.closeOwn(accountId);
            return;
        }
        openMailbox.open(received.event(), received.sequence());
    }
}
