package fr.plisante.mailbox.number;

import fr.plisante.mailbox.mailbox.Folder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * The numbers a mailbox has given away, and those whose entries are still being written. Public because the driver reads records only so.
 *
 * @param modSeq the last one drawn; {@code uids} the last one drawn in each folder
 */
public record MailboxNumbers(
        @BsonId UUID mailboxId, long uidValidity, long modSeq, Map<String, Long> uids, List<InFlight> inFlight) {

    /** A draw whose entries may not be there yet; its first numbers, and until when it holds readers back. */
    public record InFlight(UUID drawId, long modSeq, Map<String, Long> uids, Instant until) {}

    long uid(Folder folder) {
        return uids.getOrDefault(folder.name(), 0L);
    }

    /** The first modSeq that a reader may not be shown yet: everything below it is written. */
    public long openModSeq(Instant now) {
        return inFlight.stream()
                .filter(draw -> draw.until().isAfter(now))
                .mapToLong(InFlight::modSeq)
                .min()
                .orElse(modSeq + 1);
    }

    /** The first uid of a folder that a reader may not be shown yet. */
    public long openUid(Folder folder, Instant now) {
        return inFlight.stream()
                .filter(draw -> draw.until().isAfter(now) && draw.uids().containsKey(folder.name()))
                .mapToLong(draw -> draw.uids().get(folder.name()))
                .min()
                .orElse(uid(folder) + 1);
    }
}
