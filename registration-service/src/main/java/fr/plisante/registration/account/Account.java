package fr.plisante.registration.account;

import fr.plisante.events.Professional;
import fr.plisante.events.Workplace;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.registration.reference.Profession;
import fr.plisante.registration.reference.Region;
import fr.plisante.registration.reference.Speciality;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.PendingEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One account with the events it has to publish: the acceptance is this document and nothing else. Public because the driver's
 * record codec must reach it.
 *
 * @param acceptance what makes the acceptance unique: its idempotency key, or the region whose first administrator it is
 * @param version raised by every change; the sequence of its events
 * @param outboxAt when the sweep may publish what waits in {@code outbox}
 */
public record Account(
        @BsonId UUID accountId,
        String acceptance,
        UUID idempotencyKey,
        String fingerprint,
        String email,
        String regionId,
        String address,
        UUID mailboxId,
        Kind kind,
        String language,
        Person person,
        Place place,
        boolean redList,
        boolean dematerialised,
        List<String> roles,
        Instant acceptedAt,
        Origin acceptedBy,
        long version,
        List<PendingEvent> outbox,
        @Nullable Instant outboxAt) {

    /** What kind of mailbox the person holds: PER needs a national identifier, MED is internal and never published. */
    public enum Kind {
        PER,
        MED
    }

    /** Who it is. */
    public record Person(
            @Nullable String civility,
            String familyName,
            String givenName,
            @Nullable String professionCode,
            @Nullable String specialityCode,
            @Nullable String nationalIdentifier) {}

    /** Where they work. */
    public record Place(
            @Nullable UUID structureId,
            @Nullable String structure,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city) {}

    AccountValidated validated(Region region, @Nullable Profession profession, @Nullable Speciality speciality) {
        return new AccountValidated(
                accountId,
                regionId,
                mailboxId,
                kind.name(),
                address,
                person.civility,
                person.familyName,
                person.givenName,
                new Professional(
                        person.professionCode,
                        profession == null ? null : profession.name(),
                        person.specialityCode,
                        speciality == null ? null : speciality.name()),
                person.nationalIdentifier,
                email,
                language,
                region.timeZone().getId(),
                new Workplace(place.structureId, place.structure, null, place.street, place.postalCode, place.city),
                redList,
                dematerialised,
                roles);
    }

    Account publishing(List<PendingEvent> events, Instant due) {
        return new Account(
                accountId,
                acceptance,
                idempotencyKey,
                fingerprint,
                email,
                regionId,
                address,
                mailboxId,
                kind,
                language,
                person,
                place,
                redList,
                dematerialised,
                roles,
                acceptedAt,
                acceptedBy,
                version,
                events,
                due);
    }
}
