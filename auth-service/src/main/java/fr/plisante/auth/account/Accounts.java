package fr.plisante.auth.account;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The accounts that Keycloak has been told of. */
@Repository
class Accounts {

    private final MongoCollection<Account> collection;

    Accounts(MongoDatabase database) {
        this.collection = database.getCollection("accounts", Account.class);
    }

    Optional<Account> byId(UUID accountId) {
        return Optional.ofNullable(collection.find(eq("_id", accountId)).first());
    }

    void delete(UUID accountId) {
        collection.deleteOne(eq("_id", accountId));
    }

    void save(Account account) {
        collection.replaceOne(eq("_id", account.accountId()), account, new ReplaceOptions().upsert(true));
    }
}
