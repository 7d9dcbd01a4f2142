package fr.plisante.registration.account;

import fr.plisante.registration.address.ReserveAddress;
import fr.plisante.registration.idempotency.Command;
import fr.plisante.registration.reference.References;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Creates the account of a person: reserves an address, then writes one document with its event. */
@Component
class CreateAccount {

    private static final Logger LOG = LoggerFactory.getLogger(CreateAccount.class);

    /** Internal mailboxes have a domain of their own and are never published. */
    private static final String INTERNAL = "interne";

    private final Accounts accounts;
    private final ReserveAddress addresses;
    private final References references;
    private final Outbox outbox;
    private final Clock clock;

    CreateAccount(Accounts accounts, ReserveAddress addresses, References references, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.references = references;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** By an administrator of the region. */
    Account create(NewAccount wanted, Command command, Origin origin) {
        return accept(wanted, command, command.key().toString(), origin);
    }

    /** By the bootstrap client: the first administrator of a region, and nobody else. */
    Account createFirstAdministrator(NewAccount wanted, Command command, Origin origin) {
        if (!wanted.administrator()) {
            throw AccountRefusals.administratorNeeded();
        }
        return accept(wanted, command, "first-administrator:" + wanted.regionId(), origin);
    }

    private Account accept(NewAccount wanted, Command command, String acceptedAs, Origin origin) {
        var earlier = repeated(command, acceptedAs);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!accounts.hasEmail(Email.of(wanted.email()).normalised())) {
            var account = account(wanted, command, acceptedAs, origin);
            if (accounts.accept(account)) {
                LOG.info(
                        "Account {} accepted with {} by {}",
                        account.accountId(),
                        account.state().address(),
                        origin.actor());
                return account;
            }
        }
        // The account with this e-mail address may come from the same request, accepted a moment ago.
        return repeated(command, acceptedAs).orElseThrow(AccountRefusals::emailTaken);
    }

    /** The account of the same request made before. */
    private Optional<Account> repeated(Command command, String acceptedAs) {
        return accounts.acceptedAs(acceptedAs).map(account -> {
            if (!account.acceptance().idempotencyKey().equals(command.key())) {
                throw AccountRefusals.administratorExists();
            }
            command.mustBeLike(account.acceptance());
            return account;
        });
    }

    private Account account(NewAccount wanted, Command command, String acceptedAs, Origin origin) {
        var region = references.region(wanted.regionId()).orElseThrow();
        var state = wanted.validated(
                region,
                addresses.ofPerson(wanted.givenName(), wanted.familyName(), label(wanted), region, command),
                references.professional(wanted.professionCode(), wanted.specialityCode()));
        return new Account(
                state.accountId(),
                acceptedAs,
                command.accepted(clock.instant(), origin),
                state,
                outbox.first(origin, state));
    }

    private String label(NewAccount wanted) {
        return switch (wanted.kind()) {
            case PER ->
                references.profession(wanted.professionCode()).orElseThrow().domainLabel();
            case MED -> INTERNAL;
        };
    }
}
