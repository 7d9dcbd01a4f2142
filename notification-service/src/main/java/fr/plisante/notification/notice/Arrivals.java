package fr.plisante.notification.notice;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import fr.plisante.starter.store.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Envelopes that came before it is known whose mailbox it is. */
@Repository
class Arrivals {

    private static final int AT_ONCE = 500;

    private final MongoCollection<Arrival> arrivals;

    Arrivals(MongoDatabase database) {
        this.arrivals = database.getCollection("arrivals", Arrival.class);
        arrivals.createIndex(Indexes.ascending("mailboxId"));
    }

    void keep(List<Arrival> early) {
        Documents.insertUnlessThere(arrivals, early);
    }

    List<Arrival> of(Set<UUID> mailboxIds) {
        return arrivals.find(Filters.in("mailboxId", mailboxIds)).limit(AT_ONCE).into(new ArrayList<>());
    }

    void forget(UUID mailboxId) {
        arrivals.deleteMany(Filters.eq("mailboxId", mailboxId));
    }

    void forget(List<Arrival> told) {
        arrivals.deleteMany(
                Filters.in("_id", told.stream().map(Arrival::causeId).toList()));
    }
}
