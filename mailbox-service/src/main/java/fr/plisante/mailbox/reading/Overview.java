package fr.plisante.mailbox.reading;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.plisante.mailbox.draft.FindDrafts;
import fr.plisante.mailbox.entry.Entries;
import fr.plisante.mailbox.mailbox.Mailbox;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Mailboxes with what they count. Nobody needs to know by how many more than a thousand. */
@Component
class Overview {

    private static final int MOST_COUNTED = 1_000;

    private final Entries entries;
    private final FindDrafts drafts;

    Overview(Entries entries, FindDrafts drafts) {
        this.entries = entries;
        this.drafts = drafts;
    }

    /** A mailbox in the list of those that a person may enter; {@code own} if it is not a shared one. */
    record Line(UUID mailboxId, String kind, String address, String name, boolean own, long unread) {}

    /** A mailbox with its drafts beside. */
    record View(@JsonUnwrapped Line line, long drafts) {}

    List<Line> lines(UUID accountId, List<Mailbox> mailboxes) {
        return mailboxes.stream().map(mailbox -> line(accountId, mailbox)).toList();
    }

    Line line(UUID accountId, Mailbox mailbox) {
        return new Line(
                mailbox.mailboxId(),
                mailbox.kind(),
                mailbox.address(),
                mailbox.name(),
                mailbox.ownedBy(accountId),
                entries.unread(mailbox.mailboxId(), MOST_COUNTED));
    }

    View view(Line line) {
        return new View(line, drafts.count(line.mailboxId(), MOST_COUNTED));
    }
}
