package fr.plisante.registration.mailbox;

import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.registration.account.FindAccounts;
import fr.plisante.registration.address.ReserveAddress;
import fr.plisante.registration.idempotency.Command;
import fr.plisante.registration.reference.References;
import fr.plisante.registration.text.Tidy;
import fr.plisante.starter.Ids;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Creates a mailbox of a structure: reserves its address, then writes one document with its event. */
@Component
class CreateMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(CreateMailbox.class);

    private final Mailboxes mailboxes;
    private final FindAccounts accounts;
    private final ReserveAddress addresses;
    private final References references;
    private final Outbox outbox;
    private final Clock clock;

    CreateMailbox(
            Mailboxes mailboxes,
            FindAccounts accounts,
            ReserveAddress addresses,
            References references,
            Outbox outbox,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.addresses = addresses;
        this.references = references;
        this.outbox = outbox;
        this.clock = clock;
    }

    OrganisationalMailbox create(NewMailbox wanted, Command command, Origin origin) {
        var earlier = repeated(command);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!accounts.allInRegion(wanted.regionId(), wanted.members())) {
            throw MailboxRefusals.memberUnknown();
        }
        var mailbox = mailbox(wanted, command, origin);
        if (mailboxes.accept(mailbox)) {
            LOG.info(
                    "Mailbox {} accepted with {} by {}",
                    mailbox.mailboxId(),
                    mailbox.state().address(),
                    origin.actor());
            return mailbox;
        }
        return repeated(command).orElseThrow();
    }

    private Optional<OrganisationalMailbox> repeated(Command command) {
        var earlier = mailboxes.acceptedAs(command.key());
        earlier.ifPresent(mailbox -> command.mustBeLike(mailbox.acceptance()));
        return earlier;
    }

    private OrganisationalMailbox mailbox(NewMailbox wanted, Command command, Origin origin) {
        var region = references.region(wanted.regionId()).orElseThrow();
        var address = addresses
                .ofStructure(wanted.localPart(), wanted.structureDomain(), region, command)
                .orElseThrow(MailboxRefusals::addressTaken);
        var granted = new MailboxGranted(
                Ids.next(),
                region.regionId(),
                address,
                Tidy.text(wanted.name()),
                wanted.workplace(),
                Boolean.TRUE.equals(wanted.redList()),
                !Boolean.FALSE.equals(wanted.dematerialised()),
                wanted.members().stream().sorted().toList());
        return new OrganisationalMailbox(
                granted.mailboxId(), command.accepted(clock.instant(), origin), granted, outbox.first(origin, granted));
    }
}
