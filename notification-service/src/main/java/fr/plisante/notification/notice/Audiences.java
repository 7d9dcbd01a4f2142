package fr.plisante.notification.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.plisante.starter.store.Documents;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/**
 * Who hears of what arrives, by mailbox id. Each instance has those of the last half minute at hand: a member whom
 * another instance has heard to be one no longer may be told so much longer that something came, and nothing of what.
 */
@Repository
class Audiences {

    private final MongoCollection<Audience> audiences;
    private final Cache<UUID, Audience> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    Audiences(MongoDatabase database) {
        this.audiences = database.getCollection("audiences", Audience.class);
    }

    /** Keeps a state unless something newer is known. */
    void keep(Audience audience) {
        if (Documents.keepNewest(audiences, one(audience.mailboxId()), "sequence", audience.sequence(), audience)) {
            remember(audience);
        }
    }

    /** Forgets one. */
    void delete(UUID mailboxId) {
        audiences.deleteOne(one(mailboxId));
        known.invalidate(mailboxId);
    }

    /** Those of the mailboxes that are known. */
    Map<UUID, Audience> find(Collection<UUID> mailboxIds) {
        var found = new HashMap<>(known.getAllPresent(mailboxIds));
        var missing = mailboxIds.stream().filter(id -> !found.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            audiences.find(Filters.in("_id", missing)).forEach(audience -> {
                found.put(audience.mailboxId(), audience);
                remember(audience);
            });
        }
        return found;
    }

    /** Unless an event has told of something newer since this was read. */
    private void remember(Audience audience) {
        known.asMap().merge(audience.mailboxId(), audience, (a, b) -> a.sequence() > b.sequence() ? a : b);
    }

    private static Bson one(UUID mailboxId) {
        return Filters.eq("_id", mailboxId);
    }
}
