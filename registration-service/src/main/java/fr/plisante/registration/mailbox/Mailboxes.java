package fr.plisante.registration.mailbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.PublishingCollection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The organisational mailboxes. */
@Repository
class Mailboxes {

    private static final String KEY = "acceptance.idempotencyKey";

    private final MongoCollection<OrganisationalMailbox> mailboxes;
    private final PublishingCollection<OrganisationalMailbox> publishing;

    Mailboxes(MongoDatabase database, Outbox outbox) {
        mailboxes = database.getCollection("mailboxes", OrganisationalMailbox.class);
        mailboxes.createIndex(Indexes.ascending(KEY), new IndexOptions().unique(true));
        publishing = outbox.publishing(mailboxes);
    }

    Optional<OrganisationalMailbox> acceptedAs(UUID idempotencyKey) {
        return Optional.ofNullable(
                mailboxes.find(Filters.eq(KEY, idempotencyKey)).first());
    }

    Optional<OrganisationalMailbox> byId(UUID mailboxId) {
        return Optional.ofNullable(mailboxes.find(Filters.eq("_id", mailboxId)).first());
    }

    /** Writes a new mailbox with its event; false if the same request was accepted already. */
    boolean accept(OrganisationalMailbox mailbox) {
        return publishing.insertUnlessThere(mailbox);
    }

    /** Gives the mailbox other members; empty if it was changed since it was read. */
    Optional<OrganisationalMailbox> change(OrganisationalMailbox known, List<UUID> members, Origin origin) {
        return publishing.change(known, Updates.set("state.members", members), origin, known.granted(members));
    }
}
