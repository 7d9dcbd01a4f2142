package fr.plisante.directory.entry;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import fr.plisante.events.Forgotten;
import fr.plisante.events.directory.DirectoryEntryChanged;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.PublishingCollection;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The regional entries, by mailbox id; each publishes its whole state when it changes. */
@Repository
class Entries {

    private final MongoCollection<Entry> entries;
    private final PublishingCollection<Entry> publishing;
    private final Outbox outbox;

    Entries(MongoDatabase database, Outbox outbox) {
        this.entries = database.getCollection("entries", Entry.class);
        this.publishing = outbox.publishing(entries);
        this.outbox = outbox;
        entries.createIndex(Indexes.ascending("accountId"));
    }

    /** Keeps and publishes a state unless this one or a newer one is there. */
    void keep(DirectoryEntryChanged state, @Nullable UUID accountId, long version, Origin origin) {
        var entry = new Entry(state.entryId(), accountId, state, outbox.at(version, origin, state));
        var forgotten = Filters.and(entry.key(), Filters.eq("state", null));
        if (!publishing.keepNewest(entry) && entries.deleteOne(forgotten).getDeletedCount() == 1) {
            publishing.keepNewest(entry);
        }
    }

    /** Forgets the entry of a person's own mailbox. */
    void forgetAccount(UUID accountId) {
        forget(Filters.eq("accountId", accountId));
    }

    /** Forgets the entry of a mailbox. */
    void forget(UUID mailboxId) {
        forget(Filters.eq("_id", mailboxId));
    }

    /** Nothing is left of the entry but its id, and every index is told to forget it. */
    private void forget(Bson which) {
        for (var entry : entries.find(Filters.and(which, Filters.ne("state", null)))) {
            var state = entry.state();
            if (state != null) {
                publishing.change(
                        entry,
                        Updates.combine(Updates.unset("state"), Updates.unset("accountId")),
                        Origin.service("directory-service"),
                        new Forgotten(DirectoryEntryChanged.class, entry.id().toString(), state.regionId()));
            }
        }
    }
}
