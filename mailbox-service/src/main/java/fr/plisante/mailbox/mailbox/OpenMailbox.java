package fr.plisante.mailbox.mailbox;

import fr.plisante.events.Professional;
import fr.plisante.events.Workplace;
import fr.plisante.events.mailbox.MailboxOpened;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.mailbox.sealing.MasterKey;
import fr.plisante.mailbox.sealing.WrappingKey;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.Outgoing;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens a mailbox when registration publishes it, follows its later states and closes it; in any order, any number of times. */
@Component
class OpenMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(OpenMailbox.class);

    static final Origin SERVICE = Origin.service("mailbox-service");

    private static final String ORGANISATION = "ORG";

    private final Mailboxes mailboxes;
    private final MasterKey master;
    private final Outbox outbox;

    OpenMailbox(Mailboxes mailboxes, MasterKey master, Outbox outbox) {
        this.mailboxes = mailboxes;
        this.master = master;
        this.outbox = outbox;
    }

    void open(AccountValidated account, long sequence) {
        open(new Mailbox(
                account.mailboxId(),
                account.regionId(),
                account.kind(),
                Mailboxes.normal(account.address()),
                account.accountId(),
                label(account),
                List.of(account.accountId()),
                professional(account.professional()),
                workplace(account.workplace()),
                account.redList(),
                key(account.mailboxId()),
                sequence,
                opened(
                        account.mailboxId(),
                        account.regionId(),
                        account.workplace(),
                        account.kind(),
                        account.address())));
    }

    void open(MailboxGranted granted, long sequence) {
        open(new Mailbox(
                granted.mailboxId(),
                granted.regionId(),
                ORGANISATION,
                Mailboxes.normal(granted.address()),
                null,
                label(granted),
                List.copyOf(granted.members()),
                Mailbox.Professional.NONE,
                workplace(granted.workplace()),
                granted.redList(),
                key(granted.mailboxId()),
                sequence,
                opened(granted.mailboxId(), granted.regionId(), granted.workplace(), ORGANISATION, granted.address())));
    }

    /** Closes a person's own mailbox: the account is to be forgotten. */
    void closeOwn(UUID accountId) {
        mailboxes.ofOwner(accountId).ifPresent(mailboxes::close);
    }

    /** Closes an organisational mailbox that is to be forgotten. */
    void close(UUID mailboxId) {
        mailboxes.find(mailboxId).ifPresent(mailboxes::close);
    }

    private void open(Mailbox registered) {
        if (mailboxes.add(registered)) {
            LOG.info(
                    "Opened mailbox {} ({}) of region {}",
                    registered.mailboxId(),
                    registered.kind(),
                    registered.regionId());
        } else {
            mailboxes.update(registered);
        }
    }

    private Binary key(UUID mailboxId) {
        return new Binary(master.wrap(WrappingKey.random(), mailboxId));
    }

    private Outgoing opened(UUID mailboxId, String regionId, Workplace workplace, String kind, String address) {
        return outbox.first(
                SERVICE,
                new MailboxOpened(mailboxId, regionId, workplace.structureId(), kind, Mailboxes.normal(address)));
    }

    private static Mailbox.Professional professional(Professional known) {
        return new Mailbox.Professional(known.profession(), known.speciality());
    }

    private static Mailbox.Workplace workplace(Workplace known) {
        return new Mailbox.Workplace(known.structureId(), known.structure(), known.city());
    }

    private static String label(MailboxGranted granted) {
        var service = granted.workplace().service();
        return service == null ? granted.name() : granted.name() + " (" + service + ")";
    }

    /** Civility, first name, NAME: how a sender is shown (ANS, ECO.2.2.7). */
    private static String label(AccountValidated account) {
        return Stream.of(account.civility(), account.givenName(), account.familyName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
