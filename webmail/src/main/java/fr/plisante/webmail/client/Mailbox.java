package fr.plisante.webmail.client;

import java.util.UUID;

/**
 * A mailbox the person may open. Its numbers stop at 1,000.
 *
 * @param kind PER, MED or ORG
 * @param own whether it is the person's own rather than shared
 * @param unread messages in its inbox that nobody has read
 * @param drafts 0 in a list of mailboxes, which does not count them
 */
public record Mailbox(UUID mailboxId, String kind, String address, String name, boolean own, int unread, int drafts) {

    /** Whether messages are written in the name of a team. */
    public boolean shared() {
        return !own || "ORG".equals(kind);
    }
}
