package fr.plisante.notification.notice;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.plisante.starter.store.Documents;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** Who hears of what arrives, by mailbox id. */
@Repository
class Audiences {

    private final MongoCollection<Audience> audiences;

    Audiences(MongoDatabase database) {
        this.audiences = database.getCollection("audiences", Audience.class);
    }

    /** Keeps a state unless something newer is known. */
    void keep(Audience audience) {
        Documents.keepNewest(audiences, one(audience.mailboxId()), "sequence", audience.sequence(), audience);
    }

    /** Forgets one. */
    void delete(UUID mailboxId) {
        audiences.deleteOne(one(mailboxId));
    }

    /** Those of the mailboxes that are known. */
    Map<UUID, Audience> find(Collection<UUID> mailboxIds) {
        var found = new HashMap<UUID, Audience>();
        audiences.find(Filters.in("_id", mailboxIds)).forEach(audience -> found.put(audience.mailboxId(), audience));
        return found;
    }

    private static Bson one(UUID mailboxId) {
        return Filters.eq("_id", mailboxId);
    }
}
