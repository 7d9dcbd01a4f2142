package fr.plisante.registration.mailbox;

import fr.plisante.registration.account.FindAccounts;
import fr.plisante.registration.address.ReserveAddress;
import fr.plisante.registration.idempotency.Command;
import fr.plisante.registration.reference.References;
import fr.plisante.registration.text.Tidy;
import fr.plisante.starter.Ids;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Accepts a mailbox of a structure: an address reserved, then one document that tells everyone. */
@Component
class CreateMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(CreateMailbox.class);

    private final Mailboxes mailboxes;
    private final FindAccounts accounts;
    private final ReserveAddress addresses;
    private final References references;
    private final Outbox outbox;

    CreateMailbox(
            Mailboxes mailboxes,
            FindAccounts accounts,
            ReserveAddress addresses,
            References references,
            Outbox outbox) {
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.addresses = addresses;
        this.references = references;
        this.outbox = outbox;
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
            LOG.info("Mailbox {} accepted with {} by {}", mailbox.mailboxId(), mailbox.address(), origin.actor());
            return mailbox;
        }
        return repeated(command).orElseThrow();
    }

    private Optional<OrganisationalMailbox> repeated(Command command) {
        var earlier = mailboxes.acceptedAs(command.key());
        earlier.ifPresent(mailbox -> command.mustBeLike(mailbox.fingerprint()));
        return earlier;
    }

    private OrganisationalMailbox mailbox(NewMailbox wanted, Command command, Origin origin) {
        var region = references.region(wanted.regionId()).orElseThrow();
        var address = addresses
                .ofStructure(wanted.localPart(), wanted.structureDomain(), region, command)
                .orElseThrow(MailboxRefusals::addressTaken);
        var mailbox = new OrganisationalMailbox(
                Ids.next(),
                command.key(),
                command.fingerprint(),
                region.regionId(),
                address,
                Tidy.text(wanted.name()),
                wanted.structureId(),
                Tidy.text(wanted.structure()),
                Tidy.optional(wanted.service()),
                Tidy.optional(wanted.street()),
                Tidy.optional(wanted.postalCode()),
                Tidy.optional(wanted.city()),
                Boolean.TRUE.equals(wanted.redList()),
                !Boolean.FALSE.equals(wanted.dematerialised()),
                wanted.members().stream().sorted().toList(),
                Instant.now(),
                origin,
                1,
                List.of(),
                null);
        return mailbox.publishing(List.of(outbox.pending(mailbox.granted(), mailbox.version(), origin)), outbox.due());
    }
}
