package fr.plisante.webmail.directory;

import fr.plisante.webmail.client.DirectoryClient.Contact;
import fr.plisante.webmail.client.DirectoryClient.Found;
import fr.plisante.webmail.people.Namesakes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was looked for and who was found.
 *
 * @param mailbox the one the person came from
 * @param people those found, to tell namesakes apart
 * @param more whether there were more than are shown
 */
public record Results(Search search, @Nullable UUID mailbox, List<Contact> contacts, Namesakes people, boolean more) {

    static Results of(Search search, @Nullable UUID mailbox, Found found) {
        var people = Namesakes.among(found.items().stream());
        return new Results(search, mailbox, found.items(), people, found.more());
    }

    /** Nobody was asked for yet, or not with enough letters. */
    static Results nothing(Search search, @Nullable UUID mailbox) {
        return of(search, mailbox, new Found(List.of(), false));
    }

    /** Before anything was looked for. */
    public static Results none(UUID mailbox) {
        return nothing(Search.NONE, mailbox);
    }
}
