package fr.plisante.registration.account;

import fr.plisante.registration.account.Account.Person;
import fr.plisante.registration.account.Account.Place;
import fr.plisante.registration.address.LocalPart;
import fr.plisante.registration.address.ReserveAddress;
import fr.plisante.registration.idempotency.Command;
import fr.plisante.registration.reference.Profession;
import fr.plisante.registration.reference.References;
import fr.plisante.registration.reference.Region;
import fr.plisante.registration.text.Tidy;
import fr.plisante.starter.Ids;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Accepts a person whom an authority has checked: an address reserved, then one document that tells everyone. */
@Component
class CreateAccount {

    private static final Logger LOG = LoggerFactory.getLogger(CreateAccount.class);

    /** Internal mailboxes are told apart by their domain, and never published. */
    private static final String INTERNAL = "interne";

    private final Accounts accounts;
    private final ReserveAddress addresses;
    private final References references;
    private final Outbox outbox;

    CreateAccount(Accounts accounts, ReserveAddress addresses, References references, Outbox outbox) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.references = references;
        this.outbox = outbox;
    }

    /** By an administrator of the region. */
    Account create(NewAccount wanted, Command command, Origin origin) {
        return accept(wanted, command, command.key().toString(), origin);
    }

    /** By whoever sets the platform up: the first administrator of a region, and no other. */
    Account createFirstAdministrator(NewAccount wanted, Command command, Origin origin) {
        if (!wanted.administrator()) {
            throw AccountRefusals.administratorNeeded();
        }
        return accept(wanted, command, "first-administrator:" + wanted.regionId(), origin);
    }

    private Account accept(NewAccount wanted, Command command, String acceptance, Origin origin) {
        var earlier = repeated(command, acceptance);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (accounts.hasEmail(Email.of(wanted.email()).normalised())) {
            return repeatedOrEmailTaken(command, acceptance);
        }
        var account = account(wanted, command, acceptance, origin);
        if (accounts.accept(account)) {
            LOG.info("Account {} accepted with {} by {}", account.accountId(), account.address(), origin.actor());
            return account;
        }
        return repeatedOrEmailTaken(command, acceptance);
    }

    /** Whoever has the e-mail address may be this very request's twin, accepted since we looked. */
    private Account repeatedOrEmailTaken(Command command, String acceptance) {
        return repeated(command, acceptance).orElseThrow(AccountRefusals::emailTaken);
    }

    /** The account of the same request made before. */
    private Optional<Account> repeated(Command command, String acceptance) {
        return accounts.acceptedAs(acceptance).map(account -> {
            if (!account.idempotencyKey().equals(command.key())) {
                throw AccountRefusals.administratorExists();
            }
            command.mustBeLike(account.fingerprint());
            return account;
        });
    }

    private Account account(NewAccount wanted, Command command, String acceptance, Origin origin) {
        var region = references.region(wanted.regionId()).orElseThrow();
        var profession = references.profession(wanted.professionCode());
        var roles = wanted.roles() == null ? Set.<String>of() : Set.copyOf(wanted.roles());
        var identifier = wanted.nationalIdentifier();
        var account = new Account(
                Ids.next(),
                acceptance,
                command.key(),
                command.fingerprint(),
                Email.of(wanted.email()).normalised(),
                region.regionId(),
                address(wanted, region, profession, command),
                Ids.next(),
                wanted.kind(),
                wanted.language(),
                new Person(
                        Tidy.optional(wanted.civility()),
                        Tidy.text(wanted.familyName()),
                        Tidy.text(wanted.givenName()),
                        wanted.professionCode(),
                        wanted.specialityCode(),
                        identifier == null ? null : identifier.idNat()),
                new Place(
                        wanted.structureId(),
                        Tidy.optional(wanted.structure()),
                        Tidy.optional(wanted.street()),
                        Tidy.optional(wanted.postalCode()),
                        Tidy.optional(wanted.city())),
                Boolean.TRUE.equals(wanted.redList()),
                !Boolean.FALSE.equals(wanted.dematerialised()),
                List.copyOf(roles),
                Instant.now(),
                origin,
                1,
                List.of(),
                null);
        var validated = account.validated(
                region,
                profession.orElse(null),
                references.speciality(wanted.specialityCode()).orElse(null));
        return account.publishing(List.of(outbox.pending(validated, account.version(), origin)), outbox.due());
    }

    private String address(NewAccount wanted, Region region, Optional<Profession> profession, Command command) {
        var label = switch (wanted.kind()) {
            case PER -> profession.map(Profession::domainLabel).orElseThrow();
            case MED -> INTERNAL;
        };
        var name = LocalPart.of(wanted.givenName(), wanted.familyName());
        return addresses.ofPerson(name, label, region, command);
    }
}
