package fr.plisante.mailbox.number;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import fr.plisante.mailbox.mailbox.Folder;
import fr.plisante.starter.Ids;
import fr.plisante.starter.store.Documents;
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
import org.jspecify.annotations.Nullable;
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

    /** What is to be drawn for a mailbox: as many modSeqs, and as many uids of each folder. */
    public record Wanted(UUID mailboxId, int modSeqs, Map<Folder, Integer> uids) {}

    /** Draws for several mailboxes, one findAndModify each. */
    public Map<UUID, Draw> draw(Collection<Wanted> wanted) {
        var known = new HashMap<UUID, MailboxNumbers>();
        numbers.find(Filters.in("_id", wanted.stream().map(Wanted::mailboxId).toList()))
                .forEach(found -> known.put(found.mailboxId(), found));
        var draws = new HashMap<UUID, Draw>();
        for (var one : wanted) {
            var read = known.get(one.mailboxId());
            var draw = read == null ? null : draw(one, read);
            draws.put(one.mailboxId(), draw == null ? draw(one) : draw);
        }
        return draws;
    }

    /** Draws for one mailbox. */
    public Draw draw(Wanted wanted) {
        while (true) {
            var draw = draw(wanted, of(wanted.mailboxId()));
            if (draw != null) {
                return draw;
            }
        }
    }

    /** Every draw moves modSeq, so an unmoved modSeq means that nobody drew anything since it was read. */
    private @Nullable Draw draw(Wanted wanted, MailboxNumbers known) {
        var now = clock.instant();
        var drawId = Ids.next();
        var first = new EnumMap<Folder, Long>(Folder.class);
        var updates = new ArrayList<Bson>();
        updates.add(Updates.inc("modSeq", (long) wanted.modSeqs()));
        wanted.uids().forEach((folder, count) -> {
            first.put(folder, known.uid(folder) + 1);
            updates.add(Updates.inc("uids." + folder.name(), (long) count));
        });
        var names = first.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
        updates.add(Updates.push(
                "inFlight", new MailboxNumbers.InFlight(drawId, known.modSeq() + 1, names, now.plus(HOLDS_READERS))));
        var drawn = numbers.findOneAndUpdate(
                Filters.and(Filters.eq("_id", wanted.mailboxId()), Filters.eq("modSeq", known.modSeq())),
                Updates.combine(updates));
        if (drawn == null) {
            return null;
        }
        forgetAbandoned(drawn);
        return new Draw(wanted.mailboxId(), drawId, known.modSeq() + 1, first, now.plus(USABLE));
    }

    /** Notes that what was drawn is written, or never will be. */
    public void release(Collection<Draw> draws) {
        if (!draws.isEmpty()) {
            numbers.bulkWrite(
                    draws.stream()
                            .<WriteModel<MailboxNumbers>>map(draw -> new UpdateOneModel<>(
                                    Filters.eq("_id", draw.mailboxId()),
                                    Updates.pull("inFlight", Filters.eq("drawId", draw.drawId()))))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
    }

    /** Whether there is still time to write what was drawn. */
    public void requireUsable(Collection<Draw> draws) {
        var now = clock.instant();
        if (draws.stream().anyMatch(draw -> draw.writeBefore().isBefore(now))) {
            throw new DrawTooOld();
        }
    }

    /** The numbers of a mailbox. */
    public MailboxNumbers of(UUID mailboxId) {
        var known = numbers.find(Filters.eq("_id", mailboxId)).first();
        return known != null ? known : first(mailboxId);
    }

    private MailboxNumbers first(UUID mailboxId) {
        var none = new MailboxNumbers(mailboxId, clock.instant().getEpochSecond(), 0, new HashMap<>(), List.of());
        return Documents.insertUnlessThere(numbers, none) ? none : of(mailboxId);
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
