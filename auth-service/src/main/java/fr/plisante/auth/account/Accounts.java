package fr.plisante.auth.account;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.plisante.starter.store.Documents;
import java.util.Optional;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** The accounts that Keycloak knows. */
@Repository
class Accounts {

    private final MongoCollection<Account> accounts;

    Accounts(MongoDatabase database) {
        this.accounts = database.getCollection("accounts", Account.class);
    }

    Optional<Account> byId(UUID accountId) {
        return Optional.ofNullable(accounts.find(one(accountId)).first());
    }

    /** Keeps an account unless something newer of it is known. */
    void keep(Account account) {
        Documents.keepNewest(accounts, one(account.accountId()), "sequence", account.sequence(), account);
    }

    void delete(UUID accountId) {
        accounts.deleteOne(one(accountId));
    }

    private static Bson one(UUID accountId) {
        return Filters.eq("_id", accountId);
    }
}
