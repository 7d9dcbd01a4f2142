package fr.plisante.webmail.list;

import fr.plisante.webmail.client.MailboxClient;
import fr.plisante.webmail.layout.Place;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Changes several letters, one after the other: each change repeats harmlessly. */
@Component
public final class ChangeLetters {

    private final MailboxClient mailboxes;

    ChangeLetters(MailboxClient mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** Marks as read or unread. */
    public void seen(UUID mailbox, List<String> entries, boolean seen) {
        entries.forEach(entry -> mailboxes.seen(mailbox, entry, Map.of("seen", seen)));
    }

    void bin(UUID mailbox, List<String> entries) {
        entries.forEach(entry -> move(mailbox, entry, Place.CORBEILLE));
    }

    /** Back to where each came from, which its id tells. */
    void restore(UUID mailbox, List<String> entries) {
        entries.forEach(entry -> move(mailbox, entry, entry.startsWith("sent:") ? Place.ENVOYES : Place.RECEPTION));
    }

    void delete(UUID mailbox, List<String> entries) {
        entries.forEach(entry -> mailboxes.delete(mailbox, entry));
    }

    private void move(UUID mailbox, String entry, Place place) {
        mailboxes.move(mailbox, entry, Map.of("folder", place.folder()));
    }
}
