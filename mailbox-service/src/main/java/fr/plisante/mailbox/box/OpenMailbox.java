package fr.plisante.mailbox.box;

import fr.plisante.events.mailbox.MailboxOpened;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.mailbox.sealing.MasterKey;
import fr.plisante.mailbox.sealing.WrappingKey;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens a mailbox when registration says so, and follows what it says later; any order, any number of times. */
@Component
class OpenMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(OpenMailbox.class);

    private final Mailboxes mailboxes;
    private final MasterKey master;
    private final Outbox outbox;

    OpenMailbox(Mailboxes mailboxes, MasterKey master, Outbox outbox) {
        this.mailboxes = mailboxes;
        this.master = master;
        this.outbox = outbox;
    }

    void open(AccountValidated account, long sequence) {
        open(
                account.mailboxId(),
                MailboxKind.valueOf(account.kind()),
                account.regionId(),
                account.address(),
                label(account),
                account.accountId(),
                List.of(account.accountId()),
                account.profession(),
                account.structure(),
                sequence);
    }

    void open(MailboxGranted granted, long sequence) {
        var name = granted.service() == null ? granted.name() : granted.name() + " (" + granted.service() + ")";
        open(
                granted.mailboxId(),
                MailboxKind.ORG,
                granted.regionId(),
                granted.address(),
                name,
                null,
                List.copyOf(granted.members()),
                null,
                granted.structure(),
                sequence);
    }

    private void open(
            UUID mailboxId,
            MailboxKind kind,
            String regionId,
            String address,
            String name,
            @org.jspecify.annotations.Nullable UUID owner,
            List<UUID> members,
            @org.jspecify.annotations.Nullable String profession,
            @org.jspecify.annotations.Nullable String structure,
            long sequence) {
        var opened = outbox.pending(
                new MailboxOpened(mailboxId, regionId, kind.name(), Mailboxes.normal(address)),
                1,
                Origin.service("mailbox-service"));
        var mailbox = new Mailbox(
                mailboxId,
                kind,
                regionId,
                Mailboxes.normal(address),
                name,
                owner,
                members,
                profession,
                structure,
                Mailbox.State.OPEN,
                new Binary(master.wrap(WrappingKey.random(), mailboxId)),
                sequence,
                1,
                List.of(opened),
                outbox.due());
        if (mailboxes.add(mailbox)) {
            LOG.info("Opened mailbox {} ({}) of region {}", mailboxId, kind, regionId);
        } else {
            mailboxes.update(mailbox);
        }
    }

    /** Civility, first name, NAME: how a sender is shown (ANS, ECO.2.2.7). */
    private static String label(AccountValidated account) {
        return Stream.of(account.civility(), account.givenName(), account.familyName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
