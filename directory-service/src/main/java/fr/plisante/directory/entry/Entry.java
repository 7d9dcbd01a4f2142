package fr.plisante.directory.entry;

import fr.plisante.events.Professional;
import fr.plisante.events.directory.DirectoryEntryChanged;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.starter.event.Outgoing;
import fr.plisante.starter.event.Publishing;
import java.util.UUID;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the regional directory; its version is the sequence of the one aggregate it is kept from.
 *
 * @param accountId whose own mailbox it is; absent for an organisational one
 * @param state absent once the entry is to be forgotten
 */
public record Entry(
        @BsonId UUID id, @Nullable UUID accountId, @Nullable DirectoryEntryChanged state, Outgoing outgoing)
        implements Publishing {

    @Override
    public Document key() {
        return new Document("_id", id);
    }

    /** A person; one on the red list is published too, so that indexes take them out. */
    static DirectoryEntryChanged of(AccountValidated account) {
        return new DirectoryEntryChanged(
                account.mailboxId(),
                account.regionId(),
                account.kind(),
                account.address(),
                !account.redList(),
                account.dematerialised(),
                account.civility(),
                account.familyName(),
                account.givenName(),
                account.professional(),
                account.workplace());
    }

    /** An organisational mailbox. */
    static DirectoryEntryChanged of(MailboxGranted mailbox) {
        return new DirectoryEntryChanged(
                mailbox.mailboxId(),
                mailbox.regionId(),
                "ORG",
                mailbox.address(),
                !mailbox.redList(),
                mailbox.dematerialised(),
                null,
                mailbox.name(),
                null,
                Professional.NONE,
                mailbox.workplace());
    }
}
