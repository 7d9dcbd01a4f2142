package fr.plisante.directory.entry;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.starter.event.ReceivedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;

/** Adds the person of an account to the directory. */
@Component
class AccountValidatedListener {

    private final Entries entries;

    AccountValidatedListener(Entries entries) {
        this.entries = entries;
    }

    @KafkaListener(topics = AccountValidated.TOPIC, groupId = "directory-service.people")
    void on(
            @Payload(required = false) @Nullable ReceivedEvent<AccountValidated> received,
            @Header(KafkaHeaders.RECEIVED_KEY) UUID accountId) {
        if (received == null) {
            entries.forgetAccount(accountId);
            return;
        }
        entries.keep(Entry.of(received.event()), accountId, received.sequence(), received.origin());
    }
}
