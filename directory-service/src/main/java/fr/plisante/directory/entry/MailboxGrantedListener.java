package fr.plisante.directory.entry;

import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.starter.event.Said;
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
    void on(Said<MailboxGranted> said) {
        entries.keep(Entry.of(said.event()), said.sequence(), said.origin());
    }
}
