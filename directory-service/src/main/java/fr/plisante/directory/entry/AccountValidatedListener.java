package fr.plisante.directory.entry;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.starter.event.ReceivedEvent;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Somebody has an account: they can be found. */
@Component
class AccountValidatedListener {

    private final Entries entries;

    AccountValidatedListener(Entries entries) {
        this.entries = entries;
    }

    @KafkaListener(topics = AccountValidated.TOPIC, groupId = "directory-service.people")
    void on(ReceivedEvent<AccountValidated> received) {
        entries.keep(Entry.of(received.event()), received.sequence(), received.origin());
    }
}
