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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

/**
 * Draws the uids and modSeqs of mailboxes so that a reader who follows them misses nothing while others write: one update
 * takes the numbers and notes them as in flight, and readers are shown nothing from the lowest number in flight on. Draws
 * that a crash abandoned hold readers back for half a minute, not for ever. Mailboxes are drawn for and released together,
 * in a constant number of commands.
 */
@Repository
public class Numbers {

    private static final Logger LOG = LoggerFactory.getLogger(Numbers.class);
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

    /** Draws for several mailboxes; those for which somebody else drew meanwhile are drawn for once more. */
    public Map<UUID, Draw> draw(Collection<Wanted> wanted) {
        var draws = new HashMap<UUID, Draw>();
        var left = List.copyOf(wanted);
        while (!left.isEmpty()) {
            var known = known(left.stream().map(Wanted::mailboxId).toList());
            var drawId = Ids.next();
            var at = clock.instant();
            var tried = left.stream()
                    .map(one -> new Attempt(one, Objects.requireNonNull(known.get(one.mailboxId())), drawId, at))
                    .toList();
            var updates = tried.stream().map(Attempt::update).toList();
            var drawn = numbers.bulkWrite(updates, new BulkWriteOptions().ordered(false))
                                    .getMatchedCount()
                            == tried.size()
                    ? tried
                    : standing(tried);
            drawn.forEach(attempt -> draws.put(attempt.wanted.mailboxId(), attempt.draw()));
            left = left.stream()
                    .filter(one -> !draws.containsKey(one.mailboxId()))
                    .toList();
        }
        return draws;
    }

    /** Draws for one mailbox. */
    public Draw draw(Wanted wanted) {
        return Objects.requireNonNull(draw(List.of(wanted)).get(wanted.mailboxId()));
    }

    /** One try to draw. Every draw moves modSeq, so an unmoved modSeq means that nobody drew since it was read. */
    private record Attempt(Wanted wanted, MailboxNumbers known, UUID drawId, Instant at) {

        WriteModel<MailboxNumbers> update() {
            var updates = new ArrayList<Bson>();
            updates.add(Updates.inc("modSeq", (long) wanted.modSeqs()));
            var first = new HashMap<String, Long>();
            wanted.uids().forEach((folder, count) -> {
                first.put(folder.name(), known.uid(folder) + 1);
                updates.add(Updates.inc("uids." + folder.name(), (long) count));
            });
            updates.add(Updates.push(
                    "inFlight",
                    new MailboxNumbers.InFlight(drawId, known.modSeq() + 1, first, at.plus(HOLDS_READERS))));
            return new UpdateOneModel<>(
                    Filters.and(Filters.eq("_id", wanted.mailboxId()), Filters.eq("modSeq", known.modSeq())),
                    Updates.combine(updates));
        }

        Draw draw() {
            var first = new EnumMap<Folder, Long>(Folder.class);
            wanted.uids().keySet().forEach(folder -> first.put(folder, known.uid(folder) + 1));
            return new Draw(wanted.mailboxId(), drawId, known.modSeq() + 1, first, at.plus(USABLE));
        }
    }

    /** Those that stand in the store. */
    private List<Attempt> standing(List<Attempt> tried) {
        var found = find(tried.stream().map(one -> one.wanted.mailboxId()).toList());
        return tried.stream()
                .filter(one -> Objects.requireNonNull(found.get(one.wanted.mailboxId())).inFlight().stream()
                        .anyMatch(draw -> draw.drawId().equals(one.drawId)))
                .toList();
    }

    /** The highest numbers that are in use in a mailbox, by folder; none where a folder is empty. */
    public record Highest(long modSeq, Map<Folder, Long> uids) {}

    /**
     * Puts numbers that are behind what is in use above it, and says by a higher uidValidity that numbers read before mean
     * nothing any more (RFC 9051, 2.3.1.1). That happens when a backup is restored in which they are older.
     */
    public void lift(UUID mailboxId, Highest inUse) {
        var updates = new ArrayList<Bson>();
        updates.add(Updates.max("modSeq", inUse.modSeq()));
        inUse.uids().forEach((folder, uid) -> updates.add(Updates.max("uids." + folder.name(), uid)));
        var next = of(mailboxId).uidValidity() + 1;
        updates.add(Updates.max("uidValidity", Math.max(next, clock.instant().getEpochSecond())));
        numbers.updateOne(Filters.eq("_id", mailboxId), Updates.combine(updates));
        LOG.warn("The numbers of mailbox {} were behind its entries and are lifted; clients begin again", mailboxId);
    }

    /** Notes that what was drawn is written, or never will be; what a crash abandoned goes with it. */
    public void release(Collection<Draw> draws) {
        if (!draws.isEmpty()) {
            var drawIds = draws.stream().map(Draw::drawId).distinct().toList();
            numbers.updateMany(
                    Filters.in("_id", draws.stream().map(Draw::mailboxId).toList()),
                    Updates.pull(
                            "inFlight",
                            Filters.or(Filters.in("drawId", drawIds), Filters.lt("until", clock.instant()))));
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
        return Objects.requireNonNull(known(List.of(mailboxId)).get(mailboxId));
    }

    /** The numbers of mailboxes; those that never had any begin now. */
    private Map<UUID, MailboxNumbers> known(Collection<UUID> mailboxIds) {
        var known = find(mailboxIds);
        var now = clock.instant().getEpochSecond();
        var first = mailboxIds.stream()
                .filter(mailboxId -> !known.containsKey(mailboxId))
                .map(mailboxId -> new MailboxNumbers(mailboxId, now, 0, Map.of(), List.of()))
                .toList();
        if (!first.isEmpty()) {
            Documents.insertUnlessThere(numbers, first);
            known.putAll(find(mailboxIds));
        }
        return known;
    }

    private Map<UUID, MailboxNumbers> find(Collection<UUID> mailboxIds) {
        var found = new HashMap<UUID, MailboxNumbers>();
        numbers.find(Filters.in("_id", mailboxIds)).forEach(one -> found.put(one.mailboxId(), one));
        return found;
    }
}
