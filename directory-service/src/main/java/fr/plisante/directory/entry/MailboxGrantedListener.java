package fr.plisante.directory.entry;

import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.starter.event.ReceivedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;

/** Adds the mailbox of a structure to the directory. */
@Component
class MailboxGrantedListener {

    private final Entries entries;

    MailboxGrantedListener(Entries entries) {
        this.entries = entries;
    }

    @KafkaListener(topics = MailboxGranted.TOPIC, groupId = "directory-service.mailboxes")
    void on(
            @Payload(required = false) @Nullable ReceivedEvent<MailboxGranted> received,
            @Header(KafkaHeaders.RECEIVED_KEY) UUID mailboxId) {
        if (received == null) {
            entries.forget(mailboxId);
            return;
        }
        entries.keep(Entry.of(received.event()), null, received.sequence(), received.origin());
    }
}
