package fr.plisante.notification.notice;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The accounts that hear of what arrives in a mailbox: its holder, or the members of an organisational one, which alone has a name. */
public record Audience(
        @BsonId UUID mailboxId,
        long sequence,
        String regionId,
        @Nullable String name,
        List<UUID> members) {

    /** The mailbox of one person. */
    public static Audience from(AccountValidated account, long sequence) {
        return new Audience(account.mailboxId(), sequence, account.regionId(), null, List.of(account.accountId()));
    }

    /** An organisational mailbox. */
    public static Audience from(MailboxGranted mailbox, long sequence) {
        return new Audience(
                mailbox.mailboxId(), sequence, mailbox.regionId(), mailbox.name(), List.copyOf(mailbox.members()));
    }
}
