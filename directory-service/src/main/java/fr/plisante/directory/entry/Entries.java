package fr.plisante.directory.entry;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import fr.plisante.events.directory.DirectoryEntryChanged;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** The regional entries, by mailbox id; each says its whole state when it changes. */
@Repository
class Entries {

    private final MongoCollection<Entry> collection;
    private final Outbox outbox;

    Entries(MongoDatabase database, Outbox outbox) {
        this.collection = database.getCollection("entries", Entry.class);
        this.outbox = outbox;
        outbox.watch(collection);
    }

    /** Keeps and says a state unless it, or a newer one, was heard before. What an older one had still to say is dropped with it. */
    void keep(DirectoryEntryChanged state, long version, Origin origin) {
        var pending = List.of(outbox.pending(state, version, origin));
        var entry = new Entry(state.entryId(), version, state, pending, outbox.due());
        var older = new Document("_id", entry.id()).append("version", new Document("$lt", version));
        try {
            collection.replaceOne(older, entry, new ReplaceOptions().upsert(true));
        } catch (MongoException e) {
            // The filter found nothing older, and the insert met its id.
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return;
            }
            throw e;
        }
        outbox.publish(collection, entry.id(), version, pending);
    }
}
