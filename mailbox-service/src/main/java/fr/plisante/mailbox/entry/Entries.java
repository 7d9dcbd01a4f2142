package fr.plisante.mailbox.entry;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import fr.plisante.events.Event;
import fr.plisante.mailbox.mailbox.Folder;
import fr.plisante.mailbox.number.Numbers;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.Outgoing;
import fr.plisante.starter.event.PublishingCollection;
import fr.plisante.starter.store.Documents;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What the mailboxes hold. Nothing is listed from the lowest number on that is still being written. */
@Repository
public class Entries {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final String FOLDER = "place.folder";
    private static final String UID = "place.uid";
    private static final String ENVELOPE = "envelope.envelopeId";
    private static final Bson HELD = Filters.ne(FOLDER, Folder.EXPUNGED);

    private final MongoCollection<Entry> entries;
    /** The same without their form: a collection made anew for a call would make all its codecs anew. */
    private final MongoCollection<Document> loose;

    private final Numbers numbers;
    private final PublishingCollection<Entry> publishing;
    private final Clock clock;

    Entries(MongoDatabase database, Numbers numbers, Outbox outbox, Clock clock) {
        this.entries = database.getCollection("entries", Entry.class);
        this.loose = database.getCollection("entries");
        this.numbers = numbers;
        this.publishing = outbox.publishing(entries);
        this.clock = clock;
        entries.createIndex(Indexes.ascending("mailboxId", FOLDER, UID), new IndexOptions().unique(true));
        entries.createIndex(Indexes.ascending("mailboxId", "modSeq"), new IndexOptions().unique(true));
        entries.createIndex(Indexes.ascending("mailboxId", FOLDER, "flags.seen"));
        entries.createIndex(Indexes.ascending("mailboxId", FOLDER, ENVELOPE));
        entries.createIndex(Indexes.ascending(ENVELOPE, FOLDER));
    }

    /** One page of a folder, latest first. */
    public List<Entry> page(UUID mailboxId, Folder folder, long before, int limit) {
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

    /**
     * One page of Sent, latest first by envelope: the order in which messages were sent, whenever they are delivered. So
     * numbers in flight hold nothing back here.
     */
    public List<Entry> sent(UUID mailboxId, @Nullable UUID before, int limit) {
        var sent = Filters.and(Filters.eq("mailboxId", mailboxId), Filters.eq(FOLDER, Folder.SENT));
        return entries.find(before == null ? sent : Filters.and(sent, Filters.lt(ENVELOPE, before)))
                .sort(Sorts.descending(ENVELOPE))
                .limit(limit)
                .projection(Projections.exclude("audit"))
                .into(new ArrayList<>());
    }

    /** What changed, in order of modSeq; a modSeq read under another {@code validity} means nothing any more. */
    record Changes(long validity, List<Entry> entries) {}

    /** What changed in a mailbox after a modSeq: a reader that goes on from the last one misses nothing. */
    Changes changedAfter(UUID mailboxId, long modSeq, int limit) {
        var known = numbers.of(mailboxId);
        var changed = entries.find(Filters.and(
                        Filters.eq("mailboxId", mailboxId),
                        Filters.gt("modSeq", modSeq),
                        Filters.lt("modSeq", known.openModSeq(clock.instant()))))
                .sort(Sorts.ascending("modSeq"))
                .limit(limit)
                .projection(Projections.exclude("audit", "sealed"))
                .into(new ArrayList<>());
        return new Changes(known.uidValidity(), changed);
    }

    /** How many entries of the inbox are not marked as read, at most so many; counted, never kept in a counter. */
    public long unread(UUID mailboxId, int most) {
        return entries.countDocuments(
                Filters.and(
                        Filters.eq("mailboxId", mailboxId),
                        Filters.eq(FOLDER, Folder.INBOX),
                        Filters.eq("flags.seen", false)),
                new CountOptions().limit(most));
    }

    /** An entry that was not deleted. */
    Optional<Entry> find(UUID mailboxId, String entryId) {
        return Optional.ofNullable(
                entries.find(Filters.and(Entry.key(mailboxId, entryId), HELD)).first());
    }

    /**
     * Those of these envelopes that some mailbox still holds. It asks in all mailboxes on purpose: if one were left out,
     * its message would lose its text. Only a deletion for good and the nightly sweep ask.
     */
    public Set<UUID> held(Collection<UUID> envelopeIds) {
        return loose.find(Filters.and(Filters.in(ENVELOPE, envelopeIds), HELD))
                .projection(Projections.include(ENVELOPE))
                .map(found -> UUID.fromString(found.getEmbedded(List.of("envelope", "envelopeId"), String.class)))
                .into(new HashSet<>());
    }

    /** Which of these keys exist, deleted entries included. */
    public Set<String> existing(Collection<UUID> mailboxIds, Collection<String> ids) {
        return loose.find(Filters.and(Filters.in("_id", ids), Filters.in("mailboxId", mailboxIds)))
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .into(new HashSet<>());
    }

    /**
     * Writes new entries in one write; an entry that is there already stays as it is. Where another entry has the numbers
     * of a new one, those of its mailbox are lifted above all that it holds, and the new ones must be given others.
     */
    public void add(List<Entry> added) {
        var inserted = publishing.insertUnlessThere(added);
        if (inserted.size() < added.size()) {
            var left = new LinkedHashMap<String, UUID>();
            added.forEach(entry -> left.put(entry.id(), entry.mailboxId()));
            inserted.forEach(entry -> left.remove(entry.id()));
            left.keySet().removeAll(existing(left.values(), left.keySet()));
            if (!left.isEmpty()) {
                throw taken(left.values());
            }
        }
    }

    private NumbersTaken taken(Collection<UUID> mailboxIds) {
        Set.copyOf(mailboxIds).forEach(mailboxId -> numbers.lift(mailboxId, highest(mailboxId)));
        return new NumbersTaken();
    }

    /** The highest numbers that entries of a mailbox have. */
    private Numbers.Highest highest(UUID mailboxId) {
        var inMailbox = Filters.eq("mailboxId", mailboxId);
        var uids = new EnumMap<Folder, Long>(Folder.class);
        for (var folder : EnumSet.complementOf(EnumSet.of(Folder.UNKNOWN))) {
            var last = loose.find(Filters.and(inMailbox, Filters.eq(FOLDER, folder)))
                    .sort(Sorts.descending(UID))
                    .projection(Projections.include(UID))
                    .first();
            if (last != null) {
                uids.put(folder, last.getEmbedded(List.of("place", "uid"), Long.class));
            }
        }
        var last = loose.find(inMailbox)
                .sort(Sorts.descending("modSeq"))
                .projection(Projections.include("modSeq"))
                .first();
        return new Numbers.Highest(last == null ? 0 : last.getLong("modSeq"), uids);
    }

    /** Notes that an entry was answered or forwarded; a repeat changes nothing. */
    public record Answered(UUID mailboxId, String entryId, boolean forwarded, long modSeq) {}

    /** Notes what was answered or forwarded. */
    public void answered(List<Answered> answered) {
        if (answered.isEmpty()) {
            return;
        }
        try {
            entries.bulkWrite(
                    answered.stream().<WriteModel<Entry>>map(Entries::answered).toList(), UNORDERED);
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(one -> one.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw taken(answered.stream().map(Answered::mailboxId).toList());
            }
            throw e;
        }
    }

    private static UpdateOneModel<Entry> answered(Answered one) {
        var flag = one.forwarded() ? "flags.forwarded" : "flags.answered";
        return new UpdateOneModel<>(
                Filters.and(Entry.key(one.mailboxId(), one.entryId()), Filters.eq(flag, false), HELD),
                Updates.combine(Updates.set(flag, true), Updates.set("modSeq", one.modSeq()), Outgoing.nextVersion()));
    }

    /**
     * Changes an entry unless somebody else changed it since it was read, or another entry has its new numbers; answers it
     * as it is then.
     */
    Optional<Entry> change(Entry entry, Bson change, Origin origin, Event... events) {
        try {
            return publishing.change(entry, change, origin, events);
        } catch (MongoException e) {
            if (Documents.isDuplicate(e)) {
                numbers.lift(entry.mailboxId(), highest(entry.mailboxId()));
                return Optional.empty();
            }
            throw e;
        }
    }
}
