package fr.plisante.webmail.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a page of a mailbox shows, in one answer.
 *
 * @param mailboxes all that the person may open
 * @param entries a stretch of a folder
 * @param message the one that was opened, if one was
 */
public record MailboxView(
        Mailbox mailbox,
        List<Mailbox> mailboxes,
        Listing<Entry> entries,
        @Nullable Message message) {}
