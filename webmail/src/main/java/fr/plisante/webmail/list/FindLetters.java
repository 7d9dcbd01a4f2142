package fr.plisante.webmail.list;

import fr.plisante.webmail.frame.Place;
import fr.plisante.webmail.neighbour.EntryPage;
import fr.plisante.webmail.neighbour.MailboxClient;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A page's worth of a list. */
@Component
public final class FindLetters {

    private static final int PAGE = 50;

    private final MailboxClient mailboxes;

    FindLetters(MailboxClient mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** The letters of a place, from the newest or from where the last page ended. */
    public EntryPage in(UUID mailbox, Place place, @Nullable String before) {
        return mailboxes.entries(mailbox, place.folder(), before, PAGE);
    }
}
