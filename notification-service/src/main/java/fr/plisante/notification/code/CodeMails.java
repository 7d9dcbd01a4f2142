package fr.plisante.notification.code;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import fr.plisante.notification.code.CodeMail.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The code mails there are; claimed by (state, due). */
@Repository
class CodeMails {

    private final MongoCollection<CodeMail> collection;

    CodeMails(MongoDatabase database) {
        collection = database.getCollection("codeMails", CodeMail.class);
        collection.createIndex(Indexes.ascending("state", "dueAt"));
    }

    void add(CodeMail mail) {
        try {
            collection.insertOne(mail);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    List<String> due(Instant now, int limit) {
        return collection
                .withDocumentClass(Document.class)
                .find(new Document("state", State.PENDING.name()).append("dueAt", new Document("$lte", now)))
                .sort(Sorts.ascending("dueAt"))
                .projection(Projections.include("_id"))
                .limit(limit)
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
    }

    Optional<CodeMail> claim(String id, Instant now, Instant leaseEnd) {
        var claimable = new Document("_id", id)
                .append("state", State.PENDING.name())
                .append("dueAt", new Document("$lte", now));
        return Optional.ofNullable(collection.findOneAndUpdate(
                claimable,
                combine(set("dueAt", leaseEnd), inc("attempts", 1)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    void postpone(CodeMail claimed, Instant until, String reason) {
        collection.updateOne(held(claimed), combine(set("dueAt", until), set("reason", reason)));
    }

    /** It is over: the secret leaves the store. */
    void settle(CodeMail claimed, State state, @Nullable String reason) {
        collection.updateOne(
                held(claimed),
                combine(
                        set("state", state.name()),
                        set("dueAt", Instant.now()),
                        set("reason", reason),
                        unset("sealedCode")));
    }

    void forget(State state, Instant settledBefore) {
        collection.deleteMany(new Document("state", state.name()).append("dueAt", new Document("$lt", settledBefore)));
    }

    private static Document held(CodeMail claimed) {
        return new Document("_id", claimed.id())
                .append("state", State.PENDING.name())
                .append("attempts", claimed.attempts());
    }
}
