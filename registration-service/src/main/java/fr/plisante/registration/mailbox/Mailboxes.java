package fr.plisante.registration.mailbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import fr.plisante.starter.event.Outbox;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The organisational mailboxes. */
@Repository
class Mailboxes {

    private final MongoCollection<OrganisationalMailbox> collection;
    private final Outbox outbox;

    Mailboxes(MongoDatabase database, Outbox outbox) {
        this.collection = database.getCollection("mailboxes", OrganisationalMailbox.class);
        this.outbox = outbox;
        collection.createIndex(Indexes.ascending("idempotencyKey"), new IndexOptions().unique(true));
        outbox.watch(collection);
    }

    Optional<OrganisationalMailbox> acceptedAs(UUID idempotencyKey) {
        return Optional.ofNullable(
                collection.find(eq("idempotencyKey", idempotencyKey)).first());
    }

    Optional<OrganisationalMailbox> byId(UUID mailboxId) {
        return Optional.ofNullable(collection.find(eq("_id", mailboxId)).first());
    }

    /** Writes a new mailbox and what it has to tell; false if the same request was accepted already. */
    boolean accept(OrganisationalMailbox mailbox) {
        try {
            collection.insertOne(mailbox);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
        publish(mailbox);
        return true;
    }

    /** Writes the next version; false if another change came first. */
    boolean replace(OrganisationalMailbox changed) {
        var before = and(eq("_id", changed.mailboxId()), eq("version", changed.version() - 1));
        if (collection.replaceOne(before, changed).getMatchedCount() == 0) {
            return false;
        }
        publish(changed);
        return true;
    }

    private void publish(OrganisationalMailbox mailbox) {
        outbox.publish(collection, mailbox.mailboxId(), mailbox.version(), mailbox.outbox());
    }
}
