package fr.plisante.auth.code;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What one account has tried lately, over all its sign-ins. Public because the driver's record codec must reach it.
 *
 * @param tries comparisons of a code that were not right
 * @param starts sign-ins that were begun and not ended
 * @param resends codes asked for again
 */
public record Attempts(@BsonId UUID accountId, List<Attempt> tries, List<Attempt> starts, List<Attempt> resends) {

    /** One attempt; {@code id} tells it from others, so that it can be released. */
    public record Attempt(Instant at, String id) {}

    static Attempts none(UUID accountId) {
        return new Attempts(accountId, List.of(), List.of(), List.of());
    }
}
