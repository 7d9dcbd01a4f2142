package fr.plisante.registration.mailbox;

import fr.plisante.events.Workplace;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.PendingEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An ORG mailbox, who may open it, and what there is to tell of it. Public because the driver's record
 * codec must reach it.
 *
 * @param version raised by every change; the sequence of its events
 * @param outboxAt when the sweep may publish what waits in {@code outbox}
 */
public record OrganisationalMailbox(
        @BsonId UUID mailboxId,
        UUID idempotencyKey,
        String fingerprint,
        String regionId,
        String address,
        String name,
        @Nullable UUID structureId,
        String structure,
        @Nullable String service,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        boolean redList,
        boolean dematerialised,
        List<UUID> members,
        Instant acceptedAt,
        Origin acceptedBy,
        long version,
        List<PendingEvent> outbox,
        @Nullable Instant outboxAt) {

    MailboxGranted granted() {
        return new MailboxGranted(
                mailboxId,
                regionId,
                address,
                name,
                new Workplace(structureId, structure, service, street, postalCode, city),
                redList,
                dematerialised,
                members);
    }

    OrganisationalMailbox publishing(List<PendingEvent> events, Instant due) {
        return new OrganisationalMailbox(
                mailboxId,
                idempotencyKey,
                fingerprint,
                regionId,
                address,
                name,
                structureId,
                structure,
                service,
                street,
                postalCode,
                city,
                redList,
                dematerialised,
                members,
                acceptedAt,
                acceptedBy,
                version,
                events,
                due);
    }

    /** The next version, with other members; what it had to tell and did not yet stays before what comes. */
    OrganisationalMailbox withMembers(List<UUID> others) {
        return new OrganisationalMailbox(
                mailboxId,
                idempotencyKey,
                fingerprint,
                regionId,
                address,
                name,
                structureId,
                structure,
                service,
                street,
                postalCode,
                city,
                redList,
                dematerialised,
                others,
                acceptedAt,
                acceptedBy,
                version + 1,
                outbox,
                outboxAt);
    }
}
