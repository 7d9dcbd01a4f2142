package fr.plisante.mailbox.envelope;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.PendingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** Every letter sent from a mailbox of this operator. */
@Repository
public class Envelopes {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final Bson SETTLED =
            Updates.combine(Updates.set("stage", Envelope.Stage.DELIVERED.name()), Updates.unset("key"));

    private final MongoCollection<Envelope> envelopes;
    private final Outbox outbox;

    Envelopes(MongoDatabase database, Outbox outbox) {
        this.envelopes = database.getCollection("envelopes", Envelope.class);
        this.outbox = outbox;
        envelopes.createIndex(Indexes.ascending("mailboxId", "draftId"), new IndexOptions().unique(true));
        envelopes.createIndex(Indexes.ascending("blob"));
        outbox.watch(envelopes);
    }

    /** Adds a letter and what it says, in one write; false when its draft was sent before. */
    public boolean add(Envelope envelope) {
        try {
            envelopes.insertOne(envelope);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
        outbox.publish(envelopes, envelope.envelopeId(), envelope.version(), envelope.outbox());
        return true;
    }

    /** The letter a draft became. */
    public Optional<Envelope> sentFrom(UUID mailboxId, UUID draftId) {
        return Optional.ofNullable(envelopes
                .find(Filters.and(Filters.eq("mailboxId", mailboxId), Filters.eq("draftId", draftId)))
                .first());
    }

    /** One letter. */
    public Optional<Envelope> find(UUID envelopeId) {
        return Optional.ofNullable(envelopes.find(Filters.eq("_id", envelopeId)).first());
    }

    /** Several letters by id. */
    public Map<UUID, Envelope> all(Collection<UUID> envelopeIds) {
        var found = new HashMap<UUID, Envelope>();
        envelopes.find(Filters.in("_id", envelopeIds)).forEach(envelope -> found.put(envelope.envelopeId(), envelope));
        return found;
    }

    /** Notes that letters were checked. */
    public void checked(Collection<Envelope> checked, String scan) {
        write(checked.stream()
                .<WriteModel<Envelope>>map(envelope -> new UpdateOneModel<>(
                        Filters.and(
                                Filters.eq("_id", envelope.envelopeId()),
                                Filters.eq("stage", Envelope.Stage.ACCEPTED.name())),
                        Updates.combine(
                                Updates.set("stage", Envelope.Stage.CHECKED.name()), Updates.set("scan", scan))))
                .toList());
    }

    /**
     * Notes that a letter is in every mailbox that takes it, with the refusals this causes, and forgets its key: the
     * mailboxes hold it now.
     */
    public void delivered(Collection<Delivered> delivered) {
        write(delivered.stream()
                .filter(one -> one.refusals().isEmpty())
                .<WriteModel<Envelope>>map(one -> new UpdateOneModel<>(unsettled(one), SETTLED))
                .toList());
        for (var one : delivered) {
            if (!one.refusals().isEmpty()
                    && envelopes.updateOne(unsettled(one), refused(one)).getModifiedCount() == 1) {
                outbox.publish(
                        envelopes, one.envelope().envelopeId(), one.envelope().version() + 1, one.refusals());
            }
        }
    }

    private static Bson unsettled(Delivered one) {
        return Filters.and(
                Filters.eq("_id", one.envelope().envelopeId()), Filters.ne("stage", Envelope.Stage.DELIVERED.name()));
    }

    private Bson refused(Delivered one) {
        var updates = new ArrayList<Bson>();
        updates.add(SETTLED);
        one.reasons().forEach((mailboxId, reason) -> {
            updates.add(Updates.set("receipts." + mailboxId + ".refusedAt", one.at()));
            updates.add(Updates.set("receipts." + mailboxId + ".reason", reason));
        });
        updates.add(Updates.pushEach("outbox", one.refusals()));
        updates.add(Updates.set("outboxAt", outbox.due()));
        updates.add(Updates.inc("version", 1L));
        return Updates.combine(updates);
    }

    /** A letter that reached its mailboxes; {@code reasons} and {@code refusals} are those of recipients it could not. */
    public record Delivered(Envelope envelope, Instant at, Map<UUID, String> reasons, List<PendingEvent> refusals) {}

    /** Takes the words away once no mailbox holds the letter; who wrote to whom and when stays. */
    public void empty(UUID envelopeId) {
        envelopes.updateOne(
                Filters.and(Filters.eq("_id", envelopeId), Filters.eq("stage", Envelope.Stage.DELIVERED.name())),
                Updates.combine(Updates.unset("summary"), Updates.unset("contents"), Updates.unset("blob")));
    }

    /** Notes receipts; each keeps the first time it is told. */
    void note(List<Noted> receipts) {
        write(receipts.stream()
                .<WriteModel<Envelope>>map(noted -> new UpdateOneModel<>(
                        Filters.and(
                                Filters.eq("_id", noted.envelopeId()),
                                Filters.eq("receipts." + noted.mailboxId() + "." + noted.unless(), null)),
                        noted.update()))
                .toList());
    }

    /** One thing that became known of a letter in one mailbox, unless it was known before. */
    record Noted(UUID envelopeId, UUID mailboxId, String unless, Bson update) {}

    /** The letters whose message lies in one of these blobs. */
    public List<Envelope> lyingIn(Collection<BlobId> blobs) {
        return envelopes
                .find(Filters.in("blob", blobs.stream().map(BlobId::value).toList()))
                .projection(Projections.exclude("summary", "contents", "receipts"))
                .into(new ArrayList<>());
    }

    private void write(List<WriteModel<Envelope>> writes) {
        if (!writes.isEmpty()) {
            envelopes.bulkWrite(writes, UNORDERED);
        }
    }
}
