package fr.plisante.directory.entry;

import fr.plisante.events.Professional;
import fr.plisante.events.directory.DirectoryEntryChanged;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.starter.event.PendingEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An entry of the regional directory; its version is the sequence of the one aggregate it is kept from. */
public record Entry(
        @BsonId UUID id,
        long version,
        DirectoryEntryChanged state,
        List<PendingEvent> outbox,
        @Nullable Instant outboxAt) {

    /** A person; one on the red list is said too, so that indexes take them out. */
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
