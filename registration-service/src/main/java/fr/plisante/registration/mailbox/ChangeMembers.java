package fr.plisante.registration.mailbox;

import fr.plisante.registration.account.FindAccounts;
import fr.plisante.registration.reference.OwnRegion;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.web.Caller;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says who may open a mailbox from now on: the whole state again, with a higher sequence. */
@Component
class ChangeMembers {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeMembers.class);
    private static final int TRIES = 10;

    private final Mailboxes mailboxes;
    private final FindAccounts accounts;
    private final Outbox outbox;

    ChangeMembers(Mailboxes mailboxes, FindAccounts accounts, Outbox outbox) {
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    OrganisationalMailbox change(UUID mailboxId, Set<UUID> members, Caller caller) {
        for (var i = 0; i < TRIES; i++) {
            var mailbox = mailboxes.byId(mailboxId).orElseThrow(MailboxRefusals::notFound);
            OwnRegion.require(caller, mailbox.regionId());
            if (!accounts.allInRegion(mailbox.regionId(), members)) {
                throw MailboxRefusals.memberUnknown();
            }
            if (Set.copyOf(mailbox.members()).equals(members)) {
                return mailbox;
            }
            var changed = changed(mailbox, members, caller);
            if (mailboxes.replace(changed)) {
                LOG.info("Mailbox {} has {} member(s) now, by {}", mailboxId, members.size(), caller.accountId());
                return changed;
            }
        }
        throw new IllegalStateException("Others keep changing mailbox " + mailboxId);
    }

    private OrganisationalMailbox changed(OrganisationalMailbox mailbox, Set<UUID> members, Caller caller) {
        var next = mailbox.withMembers(members.stream().sorted().toList());
        var events = new ArrayList<>(next.outbox());
        events.add(outbox.pending(next.granted(), next.version(), caller.origin(mailbox.mailboxId())));
        return next.publishing(events, outbox.due());
    }
}
