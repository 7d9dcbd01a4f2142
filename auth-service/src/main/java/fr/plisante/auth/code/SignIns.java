package fr.plisante.auth.code;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import fr.plisante.starter.event.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The sign-ins: codes while they last, the trace afterwards. */
@Repository
class SignIns {

    private final MongoCollection<SignIn> collection;
    private final Outbox outbox;

    SignIns(MongoDatabase database, Outbox outbox) {
        this.collection = database.getCollection("signIns", SignIn.class);
        this.outbox = outbox;
        collection.createIndex(Indexes.compoundIndex(Indexes.ascending("accountId"), Indexes.descending("traceId")));
        collection.createIndex(Indexes.ascending("startedAt"));
        outbox.watch(collection);
    }

    Optional<SignIn> byId(String signInId) {
        return Optional.ofNullable(collection.find(eq("_id", signInId)).first());
    }

    /** Writes a new sign-in and what it has to tell; false if it exists. */
    boolean begin(SignIn signIn) {
        try {
            collection.insertOne(signIn);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
        publish(signIn);
        return true;
    }

    /** Writes the next version; false if another change came first. */
    boolean replace(SignIn changed) {
        var before = and(eq("_id", changed.signInId()), eq("version", changed.version() - 1));
        if (collection.replaceOne(before, changed).getMatchedCount() == 0) {
            return false;
        }
        publish(changed);
        return true;
    }

    /** The latest of an account, newest first. */
    List<SignIn> trace(UUID accountId, @Nullable UUID before, int limit) {
        var filter =
                before == null ? eq("accountId", accountId) : and(eq("accountId", accountId), lt("traceId", before));
        return collection
                .find(filter)
                .sort(Indexes.descending("traceId"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    long deleteStartedBefore(Instant time) {
        return collection.deleteMany(lt("startedAt", time)).getDeletedCount();
    }

    private void publish(SignIn signIn) {
        outbox.publish(collection, signIn.signInId(), signIn.version(), signIn.outbox());
    }
}
