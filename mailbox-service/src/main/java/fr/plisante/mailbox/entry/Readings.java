package fr.plisante.mailbox.entry;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import fr.plisante.starter.store.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Who was given what of a message; readings are added, never changed, and outlive the entry. */
@Repository
class Readings {

    private final MongoCollection<Reading> readings;

    Readings(MongoDatabase database) {
        this.readings = database.getCollection("readings", Reading.class);
        readings.createIndex(Indexes.ascending("mailboxId", "entryId", "at", "_id"));
    }

    /** Adds a reading; the same one again within its ten minutes adds nothing. */
    void add(Reading reading) {
        Documents.insertUnlessThere(readings, reading);
    }

    /** The readings of an entry from an instant on, the earliest first. */
    List<Reading> from(UUID mailboxId, String entryId, Instant from, int limit) {
        return readings.find(Filters.and(
                        Filters.eq("mailboxId", mailboxId), Filters.eq("entryId", entryId), Filters.gte("at", from)))
                .sort(Sorts.ascending("at", "_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }
}
