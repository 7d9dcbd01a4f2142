package fr.plisante.auth.code;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What one account has used up lately, over all its sign-ins. Public because the driver's record codec must reach it.
 *
 * @param tries comparisons of a code that were not right
 * @param starts sign-ins that were begun and not ended
 * @param resends codes asked for again
 */
public record Guard(@BsonId UUID accountId, List<Mark> tries, List<Mark> starts, List<Mark> resends) {

    /** One use; {@code of} tells it from others, so that it can be given back. */
    public record Mark(Instant at, String of) {}
}
