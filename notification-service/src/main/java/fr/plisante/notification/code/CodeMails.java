package fr.plisante.notification.code;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import fr.plisante.notification.code.CodeMail.State;
import fr.plisante.starter.store.Documents;
import fr.plisante.starter.store.Lease;
import fr.plisante.starter.store.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
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

    /** The lease of a new one: claimed by whoever writes it, or due. */
    Lease lease(boolean claimed) {
        return claimed ? leases.claimed() : Lease.dueAt(clock.instant());
    }

    /** False if it is there already. */
    boolean add(CodeMail mail) {
        return Documents.insertUnlessThere(mails, mail);
    }

    List<CodeMail> claim(int limit) {
        return leases.claim(limit);
    }

    void giveBack(List<CodeMail> claimed) {
        leases.giveBack(
                claimed.stream().collect(Collectors.toMap(mail -> mail.id().toString(), CodeMail::lease)));
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
