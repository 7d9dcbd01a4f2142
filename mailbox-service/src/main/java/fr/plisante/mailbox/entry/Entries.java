package fr.plisante.mailbox.entry;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import fr.plisante.starter.event.Outbox;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** What the mailboxes hold. Nothing is listed from the lowest number on that is still being written. */
@Repository
public class Entries {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final String FOLDER = "place.folder";
    private static final String UID = "place.uid";
    private static final Bson HELD = Filters.ne(FOLDER, Folder.EXPUNGED);

    private final MongoCollection<Entry> entries;
    private final Numbers numbers;
    private final Outbox outbox;
    private final Clock clock;

    Entries(MongoDatabase database, Numbers numbers, Outbox outbox, Clock clock) {
        this.entries = database.getCollection("entries", Entry.class);
        this.numbers = numbers;
        this.outbox = outbox;
        this.clock = clock;
        entries.createIndex(Indexes.ascending("mailboxId", FOLDER, UID), new IndexOptions().unique(true));
        entries.createIndex(Indexes.ascending("mailboxId", "modSeq"), new IndexOptions().unique(true));
        entries.createIndex(Indexes.ascending("mailboxId", FOLDER, "flags.seen"));
        entries.createIndex(Indexes.ascending("envelope.envelopeId", FOLDER));
        outbox.watch(entries);
    }

    /** One page of a folder, latest first. */
    List<Entry> page(UUID mailboxId, Folder folder, long before, int limit) {
        var open = numbers.of(mailboxId).openUid(folder, clock.instant());
        return entries.find(Filters.and(
                        Filters.eq("mailboxId", mailboxId),
                        Filters.eq(FOLDER, folder),
                        Filters.lt(UID, Math.min(before, open))))
                .sort(Sorts.descending(UID))
                .limit(limit)
                .projection(Projections.exclude("audit"))
                .into(new ArrayList<>());
    }

    /** What changed in a mailbox after a modSeq, in its order: a reader that goes on from the last one misses nothing. */
    public List<Entry> changedAfter(UUID mailboxId, long modSeq, int limit) {
        var open = numbers.of(mailboxId).openModSeq(clock.instant());
        return entries.find(Filters.and(
                        Filters.eq("mailboxId", mailboxId), Filters.gt("modSeq", modSeq), Filters.lt("modSeq", open)))
                .sort(Sorts.ascending("modSeq"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** How many entries a folder holds. */
    public long count(UUID mailboxId, Folder folder) {
        return entries.countDocuments(Filters.and(Filters.eq("mailboxId", mailboxId), Filters.eq(FOLDER, folder)));
    }

    /** How many entries of a folder nobody has opened; counted, never kept in a counter. */
    public long unread(UUID mailboxId, Folder folder) {
        return entries.countDocuments(Filters.and(
                Filters.eq("mailboxId", mailboxId), Filters.eq(FOLDER, folder), Filters.eq("flags.seen", false)));
    }

    /** An entry that was not deleted. */
    Optional<Entry> find(UUID mailboxId, String entryId) {
        return Optional.ofNullable(
                entries.find(Filters.and(one(mailboxId, entryId), HELD)).first());
    }

    /** An entry that was not deleted, or a refusal. */
    Entry require(UUID mailboxId, String entryId) {
        return find(mailboxId, entryId).orElseThrow(EntryRefusals::entryNotFound);
    }

    /** Those of these envelopes that some mailbox still holds. */
    Set<UUID> held(Collection<UUID> envelopeIds) {
        return entries.withDocumentClass(Document.class)
                .find(Filters.and(Filters.in("envelope.envelopeId", envelopeIds), HELD))
                .projection(Projections.include("envelope.envelopeId"))
                .map(found -> UUID.fromString(found.getEmbedded(List.of("envelope", "envelopeId"), String.class)))
                .into(new HashSet<>());
    }

    /** Which of these keys exist, deleted entries included. */
    public Set<String> existing(Collection<UUID> mailboxIds, Collection<String> ids) {
        return entries.withDocumentClass(Document.class)
                .find(Filters.and(Filters.in("_id", ids), Filters.in("mailboxId", mailboxIds)))
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .into(new HashSet<>());
    }

    /** Writes new entries with what they say, all in one write; an entry that is there already stays as it is. */
    public void add(List<Entry> added) {
        var there = insert(added);
        for (int i = 0; i < added.size(); i++) {
            if (!there.contains(i)) {
                var entry = added.get(i);
                outbox.publish(entries, entry.id(), entry.version(), entry.outbox());
            }
        }
    }

    private Set<Integer> insert(List<Entry> added) {
        try {
            entries.bulkWrite(added.stream().map(InsertOneModel::new).toList(), UNORDERED);
            return Set.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null || !e.getWriteErrors().stream().allMatch(Entries::isThere)) {
                throw e;
            }
            return e.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
        }
    }

    private static boolean isThere(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** Notes that an entry was answered or forwarded; told again it changes nothing. */
    public record Answered(UUID mailboxId, String entryId, boolean forwarded, long modSeq) {}

    /** Notes what was answered or forwarded. */
    public void answered(List<Answered> answered) {
        if (!answered.isEmpty()) {
            entries.bulkWrite(
                    answered.stream().<WriteModel<Entry>>map(Entries::answered).toList(), UNORDERED);
        }
    }

    private static Bson one(UUID mailboxId, String entryId) {
        return Filters.and(Filters.eq("_id", Entry.id(mailboxId, entryId)), Filters.eq("mailboxId", mailboxId));
    }

    private static UpdateOneModel<Entry> answered(Answered one) {
        var flag = one.forwarded() ? "flags.forwarded" : "flags.answered";
        return new UpdateOneModel<>(
                Filters.and(one(one.mailboxId(), one.entryId()), Filters.eq(flag, false), HELD),
                Updates.combine(
                        Updates.set(flag, true), Updates.set("modSeq", one.modSeq()), Updates.inc("version", 1L)));
    }

    /** Changes an entry unless somebody else changed it since it was read, and publishes what the change says. */
    boolean change(Entry entry, Bson change) {
        var changed = entries.findOneAndUpdate(
                Filters.and(one(entry.mailboxId(), entry.entryId()), Filters.eq("version", entry.version())),
                Updates.combine(change, Updates.inc("version", 1L)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (changed == null) {
            return false;
        }
        outbox.publish(entries, changed.id(), changed.version(), changed.outbox());
        return true;
    }
}
