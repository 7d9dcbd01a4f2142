package fr.plisante.notification.notice;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.plisante.starter.store.Documents;
import java.util.Optional;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** The people there are, by account id. */
@Repository
class People {

    private final MongoCollection<Person> people;

    People(MongoDatabase database) {
        this.people = database.getCollection("people", Person.class);
    }

    /** Keeps a state unless something newer is known. */
    void keep(Person person) {
        Documents.keepNewest(people, one(person.accountId()), "sequence", person.sequence(), person);
    }

    /** Forgets one. */
    void delete(UUID accountId) {
        people.deleteOne(one(accountId));
    }

    /** The person of an account. */
    Optional<Person> find(UUID accountId) {
        return Optional.ofNullable(people.find(one(accountId)).first());
    }

    private static Bson one(UUID accountId) {
        return Filters.eq("_id", accountId);
    }
}
