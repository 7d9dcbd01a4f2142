package fr.plisante.notification.people;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The people there are, by account id. */
@Repository
class People {

    private final MongoCollection<Person> collection;

    People(MongoDatabase database) {
        collection = database.getCollection("people", Person.class);
    }

    void keep(Person person) {
        Newest.keep(collection, person.accountId(), person.sequence(), person);
    }

    void delete(UUID accountId) {
        collection.deleteOne(eq("_id", accountId));
    }

    Optional<Person> find(UUID accountId) {
        return Optional.ofNullable(collection.find(eq("_id", accountId)).first());
    }
}
