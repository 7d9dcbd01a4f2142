package fr.plisante.notification.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.plisante.starter.store.Documents;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/**
 * The people there are, by account id. Each instance has those of the last half minute at hand: what another instance has
 * heard of a changed address or a closed account is known here so much later, and a notice may go out as it was until
 * then. It has no word of the message in it.
 */
@Repository
class People {

    private final MongoCollection<Person> people;
    private final Cache<UUID, Person> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    People(MongoDatabase database) {
        this.people = database.getCollection("people", Person.class);
    }

    /** Keeps a state unless something newer is known. */
    void keep(Person person) {
        if (Documents.keepNewest(people, one(person.accountId()), "sequence", person.sequence(), person)) {
            remember(person);
        }
    }

    /** Forgets one. */
    void delete(UUID accountId) {
        people.deleteOne(one(accountId));
        known.invalidate(accountId);
    }

    /** The person of an account. */
    Optional<Person> find(UUID accountId) {
        var atHand = known.getIfPresent(accountId);
        if (atHand != null) {
            return Optional.of(atHand);
        }
        var found = Optional.ofNullable(people.find(one(accountId)).first());
        found.ifPresent(this::remember);
        return found;
    }

    /** Unless an event has told of something newer since this was read. */
    private void remember(Person person) {
        known.asMap().merge(person.accountId(), person, (a, b) -> a.sequence() > b.sequence() ? a : b);
    }

    private static Bson one(UUID accountId) {
        return Filters.eq("_id", accountId);
    }
}
