package fr.plisante.starter.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import fr.plisante.starter.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Hands out the work of one collection whose documents have a {@link Lease}, each to one instance for a while. */
public final class Leases<T> {

    /** How many places behind the oldest work others look at. */
    private static final int PLACES = 10;

    private static final String ID = "_id";
    private static final String CLAIM = "lease.claim";
    private static final String DUE = "lease.due";
    private static final String ATTEMPTS = "lease.attempts";
    private static final String REASON = "lease.reason";

    private final MongoCollection<T> documents;
    /** The same without their form: a collection made anew for a call would make all its codecs anew. */
    private final MongoCollection<Document> loose;

    private final Clock clock;
    private final Duration length;
    private volatile int begin;

    /** Declares the index it needs; {@code length} is how long claimed work is its claimer's alone. */
    public Leases(MongoCollection<T> documents, Clock clock, Duration length) {
        this.documents = documents;
        this.loose = documents.withDocumentClass(Document.class);
        this.clock = clock;
        this.length = length;
        documents.createIndex(Indexes.ascending(DUE));
    }

    /** The lease of work that whoever writes it has claimed already. */
    public Lease claimed() {
        return Lease.claimedUntil(clock.instant().plus(length));
    }

    /**
     * Takes up to so much due work for oneself, in three commands however much it is: the longest waiting first, unless
     * somebody else was found at that the last time. Then it begins somewhere behind, so that many share a backlog.
     */
    public List<T> claim(int limit) {
        var now = clock.instant();
        var ids = due(now, limit);
        if (ids.isEmpty()) {
            return List.of();
        }
        var claim = Ids.next().toString();
        documents.updateMany(
                Filters.and(Filters.in(ID, ids), Filters.lte(DUE, now)),
                Updates.combine(
                        Updates.set(DUE, now.plus(length)), Updates.inc(ATTEMPTS, 1), Updates.set(CLAIM, claim)));
        var claimed = documents
                .find(Filters.and(Filters.in(ID, ids), Filters.eq(CLAIM, claim)))
                .into(new ArrayList<>());
        begin = claimed.size() < ids.size() ? ThreadLocalRandom.current().nextInt(1, PLACES) * limit : 0;
        return claimed;
    }

    private List<String> due(Instant now, int limit) {
        var ids = due(now, limit, begin);
        return ids.isEmpty() && begin > 0 ? due(now, limit, 0) : ids;
    }

    private List<String> due(Instant now, int limit, int skipped) {
        return loose.find(Filters.lte(DUE, now))
                .sort(Sorts.ascending(DUE))
                .projection(Projections.include(ID))
                .skip(skipped)
                .limit(limit)
                .map(found -> found.getString(ID))
                .into(new ArrayList<>());
    }

    /** How long the oldest work waits that may be claimed: nothing where all is claimed or waits for its time. */
    public Duration oldestDue() {
        var now = clock.instant();
        var oldest = loose.find(Filters.lte(DUE, now))
                .sort(Sorts.ascending(DUE))
                .projection(Projections.include(DUE))
                .first();
        return oldest == null
                ? Duration.ZERO
                : Duration.between(
                        oldest.get("lease", Document.class).getDate("due").toInstant(), now);
    }

    /** How much work is not settled, counted in the index. */
    public long count() {
        return documents.countDocuments(Filters.gte(DUE, Instant.EPOCH));
    }

    /** Gives claimed work back that was not tried, by id: others may claim it now. */
    public void giveBack(Map<String, Lease> claimed) {
        if (!claimed.isEmpty()) {
            var now = Updates.set(DUE, clock.instant());
            documents.bulkWrite(
                    claimed.entrySet().stream()
                            .<WriteModel<T>>map(one -> new UpdateOneModel<>(
                                    Filters.and(Filters.eq(ID, one.getKey()), held(one.getValue())), now))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
    }

    /** Gives claimed work back until later; nothing changes if another has claimed it since. */
    public void postpone(Object id, Lease claimed, Instant until, String reason) {
        documents.updateOne(
                Filters.and(Filters.eq(ID, id), held(claimed)),
                Updates.combine(Updates.set(DUE, until), Updates.set(REASON, reason)));
    }

    /** The condition that nobody has claimed or settled it since. */
    public static Bson held(Lease claimed) {
        return Filters.and(Filters.eq(ATTEMPTS, claimed.attempts()), Filters.exists(DUE));
    }

    /** The part of an update that ends the work: it is due no more. */
    public static Bson settled(@Nullable String reason) {
        return Updates.combine(
                Updates.unset(DUE),
                Updates.unset(CLAIM),
                reason == null ? Updates.unset(REASON) : Updates.set(REASON, reason));
    }

    /** The part of an update that makes settled work due again. */
    public static Bson dueAgain(Instant at) {
        return Updates.set(DUE, at);
    }
}
