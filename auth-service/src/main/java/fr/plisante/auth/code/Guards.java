package fr.plisante.auth.code;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import fr.plisante.auth.code.Guard.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/**
 * Hands out a limited number of uses per account and hour. Each is taken by one conditional update of one document, so
 * that no number of parallel requests, sign-ins or instances gets more.
 */
@Repository
class Guards {

    private static final Duration HOUR = Duration.ofHours(1);

    /** What is limited: the field that keeps the latest uses, as many as are allowed. */
    enum Use {
        TRY("tries"),
        START("starts"),
        RESEND("resends");

        private final String field;

        Use(String field) {
            this.field = field;
        }

        private List<Mark> of(Guard guard) {
            return switch (this) {
                case TRY -> guard.tries();
                case START -> guard.starts();
                case RESEND -> guard.resends();
            };
        }
    }

    private final MongoCollection<Guard> collection;
    private final CodeSettings settings;

    Guards(MongoDatabase database, CodeSettings settings) {
        this.collection = database.getCollection("guards", Guard.class);
        this.settings = settings;
    }

    /** Takes one use, unless the hour's are used up: fewer than allowed are kept, or the oldest kept is an hour old. */
    boolean take(Use use, UUID accountId, String of, Instant now) {
        return update(use, accountId, of, now) || (create(accountId) && update(use, accountId, of, now));
    }

    private boolean update(Use use, UUID accountId, String of, Instant now) {
        var allowed = allowed(use);
        var free = or(exists(use.field + "." + (allowed - 1), false), lte(use.field + ".0.at", now.minus(HOUR)));
        var latest = new PushOptions().slice(-allowed).sortDocument(new Document("at", 1));
        var taken = collection.updateOne(
                and(eq("_id", accountId), free), Updates.pushEach(use.field, List.of(new Mark(now, of)), latest));
        return taken.getMatchedCount() == 1;
    }

    /** Gives back what turned out to be harmless. */
    void giveBack(Use use, UUID accountId, String of) {
        collection.updateOne(eq("_id", accountId), Updates.pull(use.field, new Document("of", of)));
    }

    /** Until when there is none left, if so. */
    Optional<Instant> usedUpUntil(Use use, UUID accountId, Instant now) {
        return Optional.ofNullable(collection.find(eq("_id", accountId)).first())
                .map(use::of)
                .filter(marks -> marks.size() >= allowed(use))
                .map(marks -> marks.get(marks.size() - allowed(use)).at().plus(HOUR))
                .filter(now::isBefore);
    }

    private int allowed(Use use) {
        return switch (use) {
            case TRY -> settings.triesPerHour();
            case START -> settings.startsPerHour();
            case RESEND -> settings.resendsPerHour();
        };
    }

    /** False if the account's guard exists, and so has refused. */
    private boolean create(UUID accountId) {
        if (collection.find(eq("_id", accountId)).first() != null) {
            return false;
        }
        try {
            collection.insertOne(new Guard(accountId, List.of(), List.of(), List.of()));
        } catch (MongoWriteException e) {
            // Another request made it a moment ago, and this one may still have its share.
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        return true;
    }
}
