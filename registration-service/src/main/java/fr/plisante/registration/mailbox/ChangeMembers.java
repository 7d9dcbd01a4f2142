package fr.plisante.registration.mailbox;

import fr.plisante.registration.account.FindAccounts;
import fr.plisante.registration.reference.OwnRegion;
import fr.plisante.starter.web.Caller;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Changes who may open a mailbox. Its event says the whole state again, with a higher sequence. */
@Component
class ChangeMembers {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeMembers.class);
    private static final int TRIES = 10;

    private final Mailboxes mailboxes;
    private final FindAccounts accounts;

    ChangeMembers(Mailboxes mailboxes, FindAccounts accounts) {
        this.mailboxes = mailboxes;
        this.accounts = accounts;
    }

    OrganisationalMailbox change(UUID mailboxId, Set<UUID> members, Caller caller) {
        for (var i = 0; i < TRIES; i++) {
            var mailbox = mailboxes.byId(mailboxId).orElseThrow(MailboxRefusals::notFound);
            var regionId = mailbox.state().regionId();
            OwnRegion.require(caller, regionId);
            if (!accounts.allInRegion(regionId, members)) {
                throw MailboxRefusals.memberUnknown();
            }
            if (Set.copyOf(mailbox.state().members()).equals(members)) {
                return mailbox;
            }
            var sorted = members.stream().sorted().toList();
            var changed = mailboxes.change(mailbox, sorted, caller.origin(mailboxId));
            if (changed.isPresent()) {
                LOG.info("Mailbox {} has {} member(s) now, by {}", mailboxId, members.size(), caller.accountId());
                return changed.get();
            }
        }
        throw new IllegalStateException("Others keep changing mailbox " + mailboxId);
    }
}
