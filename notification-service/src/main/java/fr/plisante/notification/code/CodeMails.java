package fr.plisante.notification.code;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import fr.plisante.notification.code.CodeMail.State;
import fr.plisante.starter.store.Documents;
import fr.plisante.starter.store.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The code mails there are, claimed by lease. */
@Repository
class CodeMails {

    private final MongoCollection<CodeMail> mails;
    private final Leases<CodeMail> leases;
    private final Clock clock;

    CodeMails(MongoDatabase database, CodeSettings settings, Clock clock) {
        this.mails = database.getCollection("codeMails", CodeMail.class);
        this.leases = new Leases<>(mails, clock, settings.lease());
        this.clock = clock;
        mails.createIndex(Indexes.ascending("settledAt"));
    }

    void add(CodeMail mail) {
        Documents.insertUnlessThere(mails, mail);
    }

    List<String> due(int limit) {
        return leases.due(limit);
    }

    Optional<CodeMail> claim(String id) {
        return leases.claim(id);
    }

    void postpone(CodeMail claimed, Duration wait, String reason) {
        leases.postpone(claimed.id(), claimed.lease(), clock.instant().plus(wait), reason);
    }

    /** It is over: the secret leaves the store. */
    void settle(CodeMail claimed, State state, @Nullable String reason) {
        mails.updateOne(
                Filters.and(Filters.eq("_id", claimed.id()), Leases.held(claimed.lease())),
                Updates.combine(
                        Updates.set("state", state),
                        Updates.set("settledAt", clock.instant()),
                        Updates.unset("sealedCode"),
                        Leases.settled(reason)));
    }

    void forgetSettledBefore(Instant time) {
        mails.deleteMany(Filters.lt("settledAt", time));
    }
}
