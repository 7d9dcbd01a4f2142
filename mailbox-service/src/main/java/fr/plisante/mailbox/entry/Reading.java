package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.audit.AuditRecord.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One person was given one thing of a message, once in ten minutes. Public because the driver reads records only so.
 *
 * @param id mailbox, entry, person, what, part and which ten minutes: the same again is the same reading
 * @param entryId of a message on its way the one its entry will have
 * @param regionId of the mailbox
 * @param acr how strongly the person had signed in
 * @param action OPENED, DOWNLOADED or EXPORTED
 * @param part number of the attachment, when it was downloaded
 */
public record Reading(
        @BsonId String id,
        UUID mailboxId,
        String entryId,
        String regionId,
        UUID accountId,
        int acr,
        Action action,
        @Nullable Integer part,
        Instant at) {

    private static final long REPEATED = Duration.ofMinutes(10).toMillis();

    static Reading of(UUID mailboxId, String regionId, String entryId, AuditRecord done) {
        var what = done.part() == null ? done.action().name() : done.action().name() + ":" + done.part();
        return new Reading(
                Entry.id(mailboxId, entryId) + ":" + done.by() + ":" + what + ":" + tenMinutes(done.at()),
                mailboxId,
                entryId,
                regionId,
                UUID.fromString(done.by()),
                done.acr(),
                done.action(),
                done.part(),
                done.at());
    }

    AuditRecord done() {
        return new AuditRecord(action, part, accountId.toString(), acr, at);
    }

    /** Which ten minutes since 1970 an instant lies in. */
    static long tenMinutes(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), REPEATED);
    }
}
