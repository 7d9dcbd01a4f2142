package fr.plisante.auth.code;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import fr.plisante.auth.code.Attempts.Attempt;
import fr.plisante.starter.store.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Repository;

/**
 * Allows a limited number of attempts per account and hour. Each is acquired by one conditional update of one document,
 * so that no number of parallel requests, sign-ins or instances gets more.
 */
@Repository
class AttemptLimits {

    private static final Duration HOUR = Duration.ofHours(1);

    /** What is limited: the field that keeps the latest attempts, as many as are allowed. */
    @SuppressWarnings("ImmutableEnumChecker") // The functions are accessors of records.
    enum Limit {
        TRY("tries", Attempts::tries, CodeSettings::triesPerHour),
        START("starts", Attempts::starts, CodeSettings::startsPerHour),
        RESEND("resends", Attempts::resends, CodeSettings::resendsPerHour);

        private final String field;
        private final Function<Attempts, List<Attempt>> kept;
        private final ToIntFunction<CodeSettings> allowed;

        Limit(String field, Function<Attempts, List<Attempt>> kept, ToIntFunction<CodeSettings> allowed) {
            this.field = field;
            this.kept = kept;
            this.allowed = allowed;
        }
    }

    private final MongoCollection<Attempts> attempts;
    private final CodeSettings settings;

    AttemptLimits(MongoDatabase database, CodeSettings settings) {
        this.attempts = database.getCollection("attempts", Attempts.class);
        this.settings = settings;
    }

    /** Acquires one attempt: fewer than allowed are kept, or the oldest kept is an hour old. */
    boolean tryAcquire(Limit limit, UUID accountId, String attemptId, Instant now) {
        if (update(limit, accountId, attemptId, now)) {
            return true;
        }
        if (find(accountId).isPresent()) {
            return false;
        }
        // Another request may make the document at the same moment: this one may still have its share.
        Documents.insertUnlessThere(attempts, Attempts.none(accountId));
        return update(limit, accountId, attemptId, now);
    }

    private boolean update(Limit limit, UUID accountId, String attemptId, Instant now) {
        var allowed = limit.allowed.applyAsInt(settings);
        var free = Filters.or(
                Filters.exists(limit.field + "." + (allowed - 1), false),
                Filters.lte(limit.field + ".0.at", now.minus(HOUR)));
        var latest = new PushOptions().slice(-allowed).sortDocument(Sorts.ascending("at"));
        return attempts.updateOne(
                                Filters.and(Filters.eq("_id", accountId), free),
                                Updates.pushEach(limit.field, List.of(new Attempt(now, attemptId)), latest))
                        .getMatchedCount()
                == 1;
    }

    /** Releases what turned out to be harmless. */
    void release(Limit limit, UUID accountId, String attemptId) {
        attempts.updateOne(Filters.eq("_id", accountId), Updates.pull(limit.field, Filters.eq("id", attemptId)));
    }

    /** Until when there is none left, if so. */
    Optional<Instant> exhaustedUntil(Limit limit, UUID accountId, Instant now) {
        var allowed = limit.allowed.applyAsInt(settings);
        return find(accountId)
                .map(limit.kept)
                .filter(kept -> kept.size() >= allowed)
                .map(kept -> kept.get(kept.size() - allowed).at().plus(HOUR))
                .filter(now::isBefore);
    }

    private Optional<Attempts> find(UUID accountId) {
        return Optional.ofNullable(attempts.find(Filters.eq("_id", accountId)).first());
    }
}
