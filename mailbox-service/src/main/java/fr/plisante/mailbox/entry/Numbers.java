package fr.plisante.mailbox.entry;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import fr.plisante.starter.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/**
 * Draws the uids and modSeqs of mailboxes so that a reader who follows them misses nothing while others write: one
 * findAndModify takes the numbers and notes them as in flight, and readers are shown nothing from the lowest number in
 * flight on. Draws that a crash abandoned hold readers back for half a minute, not for ever.
 */
@Repository
public class Numbers {

    private static final Duration HOLDS_READERS = Duration.ofSeconds(30);
    /** Well before readers stop waiting, so that a write on its way still arrives in time. */
    private static final Duration USABLE = Duration.ofSeconds(10);

    private final MongoCollection<MailboxNumbers> numbers;
    private final Clock clock;

    Numbers(MongoDatabase database, Clock clock) {
        this.numbers = database.getCollection("numbers", MailboxNumbers.class);
        this.clock = clock;
    }

    /** Draws as many modSeqs of a mailbox, and as many uids of each folder. */
    public Draw draw(UUID mailboxId, int modSeqs, Map<Folder, Integer> uids) {
        while (true) {
            var known = of(mailboxId);
            var drawId = Ids.next();
            var first = new EnumMap<Folder, Long>(Folder.class);
            var now = clock.instant();
            var updates = new ArrayList<Bson>();
            updates.add(Updates.inc("modSeq", (long) modSeqs));
            uids.forEach((folder, count) -> {
                first.put(folder, known.uid(folder) + 1);
                updates.add(Updates.inc("uids." + folder.name(), (long) count));
            });
            var names = first.entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
            updates.add(Updates.push(
                    "inFlight",
                    new MailboxNumbers.InFlight(drawId, known.modSeq() + 1, names, now.plus(HOLDS_READERS))));
            // Every draw moves modSeq, so an unmoved modSeq means that nobody drew anything since it was read.
            var drawn = numbers.findOneAndUpdate(
                    Filters.and(Filters.eq("_id", mailboxId), Filters.eq("modSeq", known.modSeq())),
                    Updates.combine(updates));
            if (drawn != null) {
                forgetAbandoned(drawn);
                return new Draw(mailboxId, drawId, known.modSeq() + 1, first, now.plus(USABLE));
            }
        }
    }

    /** Says that what was drawn is written, or never will be. */
    public void release(Draw draw) {
        numbers.updateOne(
                Filters.eq("_id", draw.mailboxId()), Updates.pull("inFlight", Filters.eq("drawId", draw.drawId())));
    }

    /** Whether there is still time to write what was drawn. */
    public void requireUsable(Collection<Draw> draws) {
        var now = clock.instant();
        if (draws.stream().anyMatch(draw -> draw.writeBefore().isBefore(now))) {
            throw new DrawTooOld();
        }
    }

    MailboxNumbers of(UUID mailboxId) {
        var known = numbers.find(Filters.eq("_id", mailboxId)).first();
        return known != null ? known : first(mailboxId);
    }

    private MailboxNumbers first(UUID mailboxId) {
        var none = new MailboxNumbers(mailboxId, clock.instant().getEpochSecond(), 0, new HashMap<>(), List.of());
        try {
            numbers.insertOne(none);
            return none;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return of(mailboxId);
            }
            throw e;
        }
    }

    private void forgetAbandoned(MailboxNumbers drawn) {
        var now = clock.instant();
        var abandoned = drawn.inFlight().stream()
                .filter(draw -> draw.until().isBefore(now))
                .map(MailboxNumbers.InFlight::drawId)
                .toList();
        if (!abandoned.isEmpty()) {
            numbers.updateOne(
                    Filters.eq("_id", drawn.mailboxId()), Updates.pull("inFlight", Filters.in("drawId", abandoned)));
        }
    }
}
