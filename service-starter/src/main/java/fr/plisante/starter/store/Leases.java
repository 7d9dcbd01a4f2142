package fr.plisante.starter.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Hands out the work of one collection whose documents have a {@link Lease}, each to one instance for a while. */
public final class Leases<T> {

    private static final String DUE = "lease.due";
    private static final String ATTEMPTS = "lease.attempts";
    private static final String REASON = "lease.reason";

    private final MongoCollection<T> documents;
    private final Clock clock;
    private final Duration length;

    /** Declares the index it needs; {@code length} is how long claimed work is its claimer's alone. */
    public Leases(MongoCollection<T> documents, Clock clock, Duration length) {
        this.documents = documents;
        this.clock = clock;
        this.length = length;
        documents.createIndex(Indexes.ascending(DUE));
    }

    /** Ids of what may be claimed now, the longest waiting first. */
    public List<String> due(int limit) {
        return documents
                .withDocumentClass(Document.class)
                .find(Filters.lte(DUE, clock.instant()))
                .sort(Sorts.ascending(DUE))
                .projection(Projections.include("_id"))
                .limit(limit)
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
    }

    /** Takes due work for oneself; empty if another has it or if it is settled. */
    public Optional<T> claim(String id) {
        var now = clock.instant();
        return Documents.change(
                documents,
                Filters.and(Filters.eq("_id", id), Filters.lte(DUE, now)),
                Updates.combine(Updates.set(DUE, now.plus(length)), Updates.inc(ATTEMPTS, 1)));
    }

    /** Gives claimed work back until later; nothing changes if another has claimed it since. */
    public void postpone(Object id, Lease claimed, Instant until, String reason) {
        documents.updateOne(
                Filters.and(Filters.eq("_id", id), held(claimed)),
                Updates.combine(Updates.set(DUE, until), Updates.set(REASON, reason)));
    }

    /** The condition that nobody has claimed or settled it since. */
    public static Bson held(Lease claimed) {
        return Filters.and(Filters.eq(ATTEMPTS, claimed.attempts()), Filters.exists(DUE));
    }

    /** The part of an update that ends the work: it is due no more. */
    public static Bson settled(@Nullable String reason) {
        return Updates.combine(
                Updates.unset(DUE), reason == null ? Updates.unset(REASON) : Updates.set(REASON, reason));
    }

    /** The part of an update that makes settled work due again. */
    public static Bson dueAgain(Instant at) {
        return Updates.set(DUE, at);
    }
}
