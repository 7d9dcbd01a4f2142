package fr.plisante.registration.account;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.PublishingCollection;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The accounts; an acceptance has at most one, and so has an e-mail address. */
@Repository
class Accounts {

    private final MongoCollection<Account> accounts;
    private final PublishingCollection<Account> publishing;

    Accounts(MongoDatabase database, Outbox outbox) {
        accounts = database.getCollection("accounts", Account.class);
        var unique = new IndexOptions().unique(true);
        accounts.createIndex(Indexes.ascending("acceptedAs"), unique);
        accounts.createIndex(Indexes.ascending("state.email"), unique);
        publishing = outbox.publishing(accounts);
    }

    Optional<Account> acceptedAs(String acceptedAs) {
        return Optional.ofNullable(
                accounts.find(Filters.eq("acceptedAs", acceptedAs)).first());
    }

    boolean hasEmail(String email) {
        return accounts.find(Filters.eq("state.email", email)).first() != null;
    }

    /** Writes the account with its event; false if another one has its acceptance or e-mail address. */
    boolean accept(Account account) {
        return publishing.insertUnlessThere(account);
    }

    long countInRegion(String regionId, Collection<UUID> accountIds) {
        return accounts.countDocuments(
                Filters.and(Filters.in("_id", accountIds), Filters.eq("state.regionId", regionId)));
    }
}
