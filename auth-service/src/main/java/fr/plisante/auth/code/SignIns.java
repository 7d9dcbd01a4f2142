package fr.plisante.auth.code;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import fr.plisante.events.auth.AuthEvent;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.PublishingCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The sign-ins, kept for a year so that their owners can look through them. */
@Repository
class SignIns {

    private final MongoCollection<SignIn> signIns;
    private final PublishingCollection<SignIn> publishing;

    SignIns(MongoDatabase database, Outbox outbox) {
        this.signIns = database.getCollection("signIns", SignIn.class);
        this.publishing = outbox.publishing(signIns);
        signIns.createIndex(Indexes.compoundIndex(Indexes.ascending("accountId"), Indexes.descending("shownId")));
        signIns.createIndex(Indexes.ascending("startedAt"));
    }

    Optional<SignIn> byId(String signInId) {
        return Optional.ofNullable(signIns.find(Filters.eq("_id", signInId)).first());
    }

    /** Writes a new sign-in with its event; false if it exists. */
    boolean begin(SignIn signIn) {
        return publishing.insertUnlessThere(signIn);
    }

    /** Writes a change with its event; false if another change came first. */
    boolean change(SignIn known, SignIn changed, Origin origin, AuthEvent event) {
        return publishing.change(known, changed, origin, event).isPresent();
    }

    /** The latest of an account, newest first. */
    List<SignIn> ofAccount(UUID accountId, @Nullable UUID before, int limit) {
        var own = Filters.eq("accountId", accountId);
        return signIns.find(before == null ? own : Filters.and(own, Filters.lt("shownId", before)))
                .sort(Sorts.descending("shownId"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    long deleteStartedBefore(Instant time) {
        return signIns.deleteMany(Filters.lt("startedAt", time)).getDeletedCount();
    }
}
