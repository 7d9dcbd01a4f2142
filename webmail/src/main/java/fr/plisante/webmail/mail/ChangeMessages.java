package fr.plisante.webmail.mail;

import fr.plisante.webmail.client.MailboxClient;
import fr.plisante.webmail.layout.Place;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Changes several messages, one after the other: each change repeats harmlessly. */
@Component
class ChangeMessages {

    private final MailboxClient mailboxes;

    ChangeMessages(MailboxClient mailboxes) {
        this.mailboxes = mailboxes;
    }

    void seen(UUID mailbox, List<String> entries, boolean seen) {
        entries.forEach(entry -> mailboxes.seen(mailbox, entry, Map.of("seen", seen)));
    }

    void move(UUID mailbox, List<String> entries, Place place) {
        entries.forEach(entry -> mailboxes.move(mailbox, entry, Map.of("folder", place.folder())));
    }

    /** Back to where each came from: what we sent to the sent messages, all else to the inbox. */
    void restore(UUID mailbox, List<String> entries, List<String> sent) {
        entries.forEach(entry -> move(mailbox, List.of(entry), sent.contains(entry) ? Place.SENT : Place.INBOX));
    }

    void delete(UUID mailbox, List<String> entries) {
        entries.forEach(entry -> mailboxes.delete(mailbox, entry));
    }
}
