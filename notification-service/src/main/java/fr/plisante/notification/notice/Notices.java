package fr.plisante.notification.notice;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import fr.plisante.events.notification.NoticeDelivered;
import fr.plisante.events.notification.NoticeFailed;
import fr.plisante.events.notification.NotificationEvent;
import fr.plisante.notification.notice.Notice.State;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The notices there are; claimed by (state, due), listed for an operator by (region, state, notice). */
@Repository
class Notices {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Notice> collection;
    private final Outbox outbox;

    Notices(MongoDatabase database, Outbox outbox) {
        this.collection = database.getCollection("notices", Notice.class);
        this.outbox = outbox;
        collection.createIndex(Indexes.ascending("state", "dueAt"));
        collection.createIndex(Indexes.ascending("regionId", "state", "noticeId"));
        outbox.watch(collection);
    }

    /** Writes those that are not there yet. */
    void add(List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        try {
            collection.insertMany(notices, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            var others =
                    e.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY);
            if (others || e.getWriteConcernError() != null) {
                throw e;
            }
        }
    }

    List<String> due(Instant now, int limit) {
        return collection
                .withDocumentClass(Document.class)
                .find(new Document("state", State.PENDING.name()).append("dueAt", new Document("$lte", now)))
                .sort(Sorts.ascending("dueAt"))
                .projection(Projections.include("_id"))
                .limit(limit)
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
    }

    /** Takes a due notice for oneself until the lease ends. */
    Optional<Notice> claim(String id, Instant now, Instant leaseEnd) {
        var claimable = pending(id).append("dueAt", new Document("$lte", now));
        return Optional.ofNullable(
                collection.findOneAndUpdate(claimable, combine(set("dueAt", leaseEnd), inc("attempts", 1)), AFTER));
    }

    void postpone(Notice claimed, Instant until, String reason) {
        collection.updateOne(held(claimed), combine(set("dueAt", until), set("reason", reason)));
    }

    void delivered(Notice claimed, String messageId) {
        var now = Instant.now();
        var event = new NoticeDelivered(
                claimed.noticeId(),
                claimed.kind().name(),
                claimed.causeId(),
                claimed.accountId(),
                claimed.regionId(),
                claimed.channel(),
                messageId,
                now);
        settle(claimed, State.DELIVERED, null, event, now);
    }

    void failed(Notice claimed, String code, String reason) {
        var now = Instant.now();
        var event = new NoticeFailed(
                claimed.noticeId(),
                claimed.kind().name(),
                claimed.causeId(),
                claimed.accountId(),
                claimed.regionId(),
                claimed.channel(),
                code,
                now);
        settle(claimed, State.FAILED, reason, event, now);
    }

    Optional<Notice> find(String id, String regionId) {
        return Optional.ofNullable(collection
                .find(new Document("_id", id).append("regionId", regionId))
                .first());
    }

    /** A region's notices, the newest first, from the one before on. */
    List<Notice> page(String regionId, State state, @Nullable UUID before, int limit) {
        var filter = new Document("regionId", regionId).append("state", state.name());
        if (before != null) {
            filter.append("noticeId", new Document("$lt", before.toString()));
        }
        return collection
                .find(filter)
                .sort(Sorts.descending("noticeId"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Makes a failed notice due again; one that did not fail stays as it is. */
    void replay(Notice notice, UUID operator) {
        collection.updateOne(
                new Document("_id", notice.id()).append("state", State.FAILED.name()),
                combine(
                        set("state", State.PENDING.name()),
                        set("dueAt", Instant.now()),
                        set("replayedBy", operator),
                        inc("version", 1)));
    }

    /** Takes away what is still to be sent to an account. */
    void forgetPending(UUID accountId) {
        collection.deleteMany(new Document("state", State.PENDING.name()).append("accountId", accountId));
    }

    /** Welcomes are kept for ever: an account may be said again at any time, and is welcomed once. */
    long forget(State state, Instant settledBefore) {
        return collection
                .deleteMany(new Document("state", state.name())
                        .append("dueAt", new Document("$lt", settledBefore))
                        .append("kind", Notice.Kind.NEW_ENVELOPE.name()))
                .getDeletedCount();
    }

    private void settle(Notice claimed, State state, @Nullable String reason, NotificationEvent event, Instant now) {
        var pending = outbox.pending(event, claimed.version() + 1, Origin.service("notification-service"));
        Bson update = combine(
                set("state", state.name()),
                set("dueAt", now),
                set("reason", reason),
                inc("version", 1),
                push("outbox", pending),
                set("outboxAt", outbox.due()));
        var settled = collection.findOneAndUpdate(held(claimed), update, AFTER);
        if (settled != null) {
            outbox.publish(collection, settled.id(), settled.version(), settled.outbox());
        }
    }

    /** Only while nobody else has claimed it since. */
    private static Document held(Notice claimed) {
        return pending(claimed.id()).append("attempts", claimed.attempts());
    }

    private static Document pending(String id) {
        return new Document("_id", id).append("state", State.PENDING.name());
    }
}
