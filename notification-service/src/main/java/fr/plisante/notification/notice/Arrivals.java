package fr.plisante.notification.notice;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** Envelopes that came before the word of whose mailbox it is. */
@Repository
class Arrivals {

    private static final int AT_ONCE = 500;

    private final MongoCollection<Arrival> collection;

    Arrivals(MongoDatabase database) {
        collection = database.getCollection("arrivals", Arrival.class);
        collection.createIndex(Indexes.ascending("mailboxId"));
    }

    void keep(List<Arrival> arrivals) {
        var writes = arrivals.stream()
                .map(arrival -> new ReplaceOneModel<>(
                        new Document("_id", arrival.causeId()), arrival, new ReplaceOptions().upsert(true)))
                .toList();
        collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    List<Arrival> of(Set<UUID> mailboxIds) {
        return collection.find(in("mailboxId", mailboxIds)).limit(AT_ONCE).into(new ArrayList<>());
    }

    void forget(UUID mailboxId) {
        collection.deleteMany(eq("mailboxId", mailboxId));
    }

    void forget(List<Arrival> arrivals) {
        collection.deleteMany(in("_id", arrivals.stream().map(Arrival::causeId).toList()));
    }
}
