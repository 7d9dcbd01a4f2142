package fr.plisante.registration.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import fr.plisante.starter.event.Outbox;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The accounts; one acceptance and one e-mail address have one at most. */
@Repository
class Accounts {

    private final MongoCollection<Account> collection;
    private final Outbox outbox;

    Accounts(MongoDatabase database, Outbox outbox) {
        this.collection = database.getCollection("accounts", Account.class);
        this.outbox = outbox;
        var unique = new IndexOptions().unique(true);
        collection.createIndex(Indexes.ascending("acceptance"), unique);
        collection.createIndex(Indexes.ascending("email"), unique);
        collection.createIndex(Indexes.ascending("regionId", "_id"));
        outbox.watch(collection);
    }

    Optional<Account> acceptedAs(String acceptance) {
        return Optional.ofNullable(collection.find(eq("acceptance", acceptance)).first());
    }

    boolean hasEmail(String email) {
        return collection.find(eq("email", email)).first() != null;
    }

    /** Writes the account and what it has to tell; false if its acceptance or e-mail address is another's already. */
    boolean accept(Account account) {
        try {
            collection.insertOne(account);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
        outbox.publish(collection, account.accountId(), account.version(), account.outbox());
        return true;
    }

    long countInRegion(String regionId, Collection<UUID> accountIds) {
        return collection.countDocuments(and(in("_id", accountIds), eq("regionId", regionId)));
    }
}
