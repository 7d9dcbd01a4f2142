package fr.plisante.directory.entry;

import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.starter.event.ReceivedEvent;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** A structure has a mailbox: it can be found. */
@Component
class MailboxGrantedListener {

    private final Entries entries;

    MailboxGrantedListener(Entries entries) {
        this.entries = entries;
    }

    @KafkaListener(topics = MailboxGranted.TOPIC, groupId = "directory-service.mailboxes")
    void on(ReceivedEvent<MailboxGranted> received) {
        entries.keep(Entry.of(received.event()), received.sequence(), received.origin());
    }
}
