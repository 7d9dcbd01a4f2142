package fr.plisante.notification.people;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.UUID;
import org.bson.Document;

/** Keeps the state with the highest sequence, in whatever order events come. */
final class Newest {

    private Newest() {}

    static <T> void keep(MongoCollection<T> collection, UUID id, long sequence, T state) {
        try {
            var older = new Document("_id", id).append("sequence", new Document("$lt", sequence));
            collection.replaceOne(older, state, new ReplaceOptions().upsert(true));
        } catch (MongoException e) {
            // A newer one, or this very one, is there: the filter finds nothing, and the insert meets its id.
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }
}
