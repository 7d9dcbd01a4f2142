package fr.plisante.notification.people;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Who hears of what arrives, by mailbox id. */
@Repository
class Audiences {

    private final MongoCollection<Audience> collection;

    Audiences(MongoDatabase database) {
        collection = database.getCollection("audiences", Audience.class);
    }

    void keep(Audience audience) {
        Newest.keep(collection, audience.mailboxId(), audience.sequence(), audience);
    }

    void delete(UUID mailboxId) {
        collection.deleteOne(eq("_id", mailboxId));
    }

    Map<UUID, Audience> find(Collection<UUID> mailboxIds) {
        var found = new HashMap<UUID, Audience>();
        collection.find(in("_id", mailboxIds)).forEach(audience -> found.put(audience.mailboxId(), audience));
        return found;
    }
}
