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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** Every message sent from a mailbox of this operator. */
@Repository
public class Envelopes {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final Bson SETTLED = Updates.combine(Updates.set("settled", true), Updates.unset("wrappedKey"));

    private final MongoCollection<Envelope> envelopes;
    private final Outbox outbox;

    Envelopes(MongoDatabase database, Outbox outbox) {
        this.envelopes = database.getCollection("envelopes", Envelope.class);
        this.outbox = outbox;
        envelopes.createIndex(Indexes.ascending("mailboxId", "draft.draftId"), new IndexOptions().unique(true));
        envelopes.createIndex(Indexes.ascending("sealed.blob"));
        outbox.watch(envelopes);
    }

    /** Adds an envelope with its event, in one write; false when its draft was sent before. */
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

    /** The envelope a draft became. */
    public Optional<Envelope> sentFrom(UUID mailboxId, UUID draftId) {
        return Optional.ofNullable(envelopes
                .find(Filters.and(Filters.eq("mailboxId", mailboxId), Filters.eq("draft.draftId", draftId)))
                .first());
    }

    /** One envelope. */
    public Optional<Envelope> find(EnvelopeRef ref) {
        return Optional.ofNullable(envelopes.find(one(ref)).first());
    }

    /** Several envelopes, by id. */
    public Map<UUID, Envelope> all(Collection<EnvelopeRef> refs) {
        var found = new HashMap<UUID, Envelope>();
        if (!refs.isEmpty()) {
            var ids = refs.stream().map(EnvelopeRef::envelopeId).toList();
            var senders =
                    refs.stream().map(EnvelopeRef::fromMailboxId).distinct().toList();
            envelopes
                    .find(Filters.and(Filters.in("_id", ids), Filters.in("mailboxId", senders)))
                    .forEach(envelope -> found.put(envelope.envelopeId(), envelope));
        }
        return found;
    }

    /** Notes that envelopes were checked. */
    public void checked(Collection<Envelope> checked, Envelope.Scan scan) {
        write(checked.stream()
                .<WriteModel<Envelope>>map(envelope -> new UpdateOneModel<>(
                        Filters.and(unsettled(envelope), Filters.eq("scan", null)), Updates.set("scan", scan)))
                .toList());
    }

    /**
     * Notes that an envelope is in every mailbox that takes it, with the refusals this causes, and forgets its key: the
     * mailboxes hold it now.
     */
    public void settle(Collection<Settled> settled) {
        write(settled.stream()
                .filter(one -> one.refusals().isEmpty())
                .<WriteModel<Envelope>>map(one -> new UpdateOneModel<>(unsettled(one.envelope()), SETTLED))
                .toList());
        for (var one : settled) {
            if (!one.refusals().isEmpty()
                    && envelopes
                                    .updateOne(unsettled(one.envelope()), refused(one))
                                    .getModifiedCount()
                            == 1) {
                outbox.publish(
                        envelopes, one.envelope().envelopeId(), one.envelope().version() + 1, one.events());
            }
        }
    }

    private Bson refused(Settled one) {
        var updates = new ArrayList<Bson>();
        updates.add(SETTLED);
        one.refusals()
                .forEach((mailboxId, refused) ->
                        updates.add(Updates.set("receipts." + mailboxId + ".refused", refused)));
        updates.add(Updates.pushEach("outbox", one.events()));
        updates.add(Updates.set("outboxAt", outbox.due()));
        updates.add(Updates.inc("version", 1L));
        return Updates.combine(updates);
    }

    /** An envelope that is in all its mailboxes but those that refused it, which the events say. */
    public record Settled(Envelope envelope, Map<UUID, Receipt.Refused> refusals, List<PendingEvent> events) {}

    /** Takes the sealed text away once no mailbox holds the message; who wrote to whom and when stays. */
    public void empty(EnvelopeRef ref) {
        envelopes.updateOne(Filters.and(one(ref), Filters.eq("settled", true)), Updates.unset("sealed"));
    }

    /** Notes receipts; each keeps the first time it is told. */
    void note(List<Noted> receipts) {
        write(receipts.stream()
                .<WriteModel<Envelope>>map(noted -> new UpdateOneModel<>(
                        Filters.and(one(noted.envelope()), Filters.eq(noted.field(), null)),
                        Updates.set(noted.field(), noted.value())))
                .toList());
    }

    /** One thing that became known of an envelope in one mailbox, unless it was known before. */
    record Noted(EnvelopeRef envelope, UUID mailboxId, String fact, Object value) {

        private String field() {
            return "receipts." + mailboxId + "." + fact;
        }
    }

    /** The envelopes whose message lies in one of these blobs. */
    public List<Envelope> lyingIn(Collection<BlobId> blobs) {
        return envelopes
                .find(Filters.in(
                        "sealed.blob", blobs.stream().map(BlobId::value).toList()))
                .projection(Projections.exclude("sealed.summary", "sealed.content", "receipts"))
                .into(new ArrayList<>());
    }

    private static Bson one(EnvelopeRef ref) {
        return Filters.and(Filters.eq("_id", ref.envelopeId()), Filters.eq("mailboxId", ref.fromMailboxId()));
    }

    private static Bson unsettled(Envelope envelope) {
        return Filters.and(one(envelope.ref()), Filters.eq("settled", false));
    }

    private void write(List<WriteModel<Envelope>> writes) {
        if (!writes.isEmpty()) {
            envelopes.bulkWrite(writes, UNORDERED);
        }
    }
}
