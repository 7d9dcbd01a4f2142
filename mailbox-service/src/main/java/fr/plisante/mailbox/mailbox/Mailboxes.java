package fr.plisante.mailbox.mailbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.Outgoing;
import fr.plisante.starter.event.PublishingCollection;
import fr.plisante.starter.store.Fields;
import fr.plisante.starter.web.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;

/** The mailboxes of this operator, in all its regions. */
@Repository
public class Mailboxes {

    private final MongoCollection<Mailbox> mailboxes;
    private final PublishingCollection<Mailbox> publishing;

    Mailboxes(MongoDatabase database, Outbox outbox) {
        this.mailboxes = database.getCollection("mailboxes", Mailbox.class);
        this.publishing = outbox.publishing(mailboxes);
        mailboxes.createIndex(Indexes.ascending("address"), new IndexOptions().unique(true));
        mailboxes.createIndex(Indexes.ascending("members", "address"));
        mailboxes.createIndex(Indexes.ascending("owner"));
    }

    /** One mailbox. */
    public Optional<Mailbox> find(UUID mailboxId) {
        return Optional.ofNullable(mailboxes.find(Filters.eq("_id", mailboxId)).first());
    }

    /** A mailbox that must be there. */
    Mailbox require(UUID mailboxId) {
        return find(mailboxId).orElseThrow(Mailboxes::mailboxNotFound);
    }

    /** There is no such mailbox, or the caller may not know of it: the two look alike. */
    static Refusal mailboxNotFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "mailbox-not-found");
    }

    /** The mailbox that is a person's own. */
    Optional<Mailbox> ofOwner(UUID accountId) {
        return Optional.ofNullable(
                mailboxes.find(Filters.eq("owner", accountId)).first());
    }

    /** Several mailboxes by id; those that do not exist are left out. */
    public Map<UUID, Mailbox> all(Collection<UUID> mailboxIds) {
        var found = new HashMap<UUID, Mailbox>();
        mailboxes.find(Filters.in("_id", mailboxIds)).forEach(mailbox -> found.put(mailbox.mailboxId(), mailbox));
        return found;
    }

    /** Several mailboxes by address, whatever its case; those that do not exist are left out. */
    public Map<String, Mailbox> byAddress(Collection<String> addresses) {
        var found = new HashMap<String, Mailbox>();
        mailboxes
                .find(Filters.in(
                        "address", addresses.stream().map(Mailboxes::normal).toList()))
                .forEach(mailbox -> found.put(mailbox.address(), mailbox));
        return found;
    }

    /**
     * The mailboxes a person may enter: their own, then the others by address.
     *
     * @param after the address behind which to go on; null at the beginning, empty behind their own
     */
    public List<Mailbox> ofMember(UUID accountId, @Nullable String after, int limit) {
        var member = Filters.eq("members", accountId);
        var found = mailboxes
                .find(
                        after == null
                                ? member
                                : Filters.and(member, Filters.gt("address", after), Filters.ne("owner", accountId)))
                .sort(Sorts.ascending("address"))
                .limit(limit)
                .into(new ArrayList<>());
        var full = after == null && found.size() == limit;
        if (full && found.stream().noneMatch(mailbox -> mailbox.ownedBy(accountId))) {
            ofOwner(accountId)
                    .filter(own -> own.members().contains(accountId))
                    .ifPresent(own -> found.set(limit - 1, own));
        }
        found.sort(Comparator.comparing(mailbox -> !mailbox.ownedBy(accountId)));
        return found;
    }

    /** The names of those who are people, by account id, taken from the mailboxes that are their own. */
    public Map<String, String> names(Collection<String> actors) {
        var names = new HashMap<String, String>();
        if (!actors.isEmpty()) {
            mailboxes
                    .find(Filters.in("owner", actors))
                    .forEach(mailbox -> names.put(String.valueOf(mailbox.owner()), mailbox.name()));
        }
        return names;
    }

    /** The form in which addresses are kept and compared. */
    public static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** Adds a mailbox with its event; false when it is there already. */
    boolean add(Mailbox mailbox) {
        return publishing.insertUnlessThere(mailbox);
    }

    /** Lets nobody in any more, and no message; those that are there stay. */
    void close(Mailbox known) {
        mailboxes.updateOne(known.key(), Updates.combine(Updates.set("members", List.of()), Outgoing.nextVersion()));
    }

    /** Takes over the state that registration published, unless something newer was taken over before. */
    void update(Mailbox newer) {
        while (true) {
            var known = require(newer.mailboxId());
            if (known.sequence() >= newer.sequence() || change(known, known.describedBy(newer))) {
                return;
            }
        }
    }

    private boolean change(Mailbox known, Mailbox changed) {
        return publishing
                .change(known, Updates.combine(Fields.changes(known, changed)), OpenMailbox.SERVICE)
                .isPresent();
    }
}
