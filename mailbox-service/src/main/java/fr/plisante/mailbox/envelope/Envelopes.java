package fr.plisante.mailbox.envelope;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.Outgoing.PendingEvent;
import fr.plisante.starter.event.PublishingCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Every message sent from a mailbox of this operator. */
@Repository
public class Envelopes {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final Bson UNSETTLED = Filters.eq("settled", false);

    private final MongoCollection<Envelope> envelopes;
    /** For what an answer rests on: what is read here no election takes back. */
    private final MongoCollection<Envelope> durable;

    private final PublishingCollection<Envelope> publishing;

    Envelopes(MongoDatabase database, Outbox outbox) {
        this.envelopes = database.getCollection("envelopes", Envelope.class);
        this.durable = envelopes.withReadConcern(ReadConcern.MAJORITY);
        this.publishing = outbox.publishing(envelopes);
        envelopes.createIndex(Indexes.ascending("mailboxId", "draft.draftId"), new IndexOptions().unique(true));
        envelopes.createIndex(Indexes.ascending("mailboxId", "settled", "_id"));
        envelopes.createIndex(Indexes.ascending("sealed.blob"));
    }

    /** Adds an envelope with its event, in one write; false when its draft was sent before. */
    public boolean add(Envelope envelope) {
        return publishing.insertUnlessThere(envelope);
    }

    /** The envelope a draft became. */
    public Optional<Envelope> sentFrom(UUID mailboxId, UUID draftId) {
        return Optional.ofNullable(
                durable.find(Filters.and(Filters.eq("mailboxId", mailboxId), Filters.eq("draft.draftId", draftId)))
                        .first());
    }

    /** One envelope. */
    public Optional<Envelope> find(EnvelopeRef ref) {
        return Optional.ofNullable(envelopes.find(ref.key()).first());
    }

    /** A message of this mailbox on its way, with the key that reads it. */
    public Optional<Envelope> sending(UUID mailboxId, UUID envelopeId) {
        return Optional.ofNullable(envelopes
                .find(Filters.and(new EnvelopeRef(envelopeId, mailboxId).key(), UNSETTLED))
                .first());
    }

    /** The messages of a mailbox on their way, the latest first, from before an envelope on. */
    public List<Envelope> sending(UUID mailboxId, @Nullable UUID before, int limit) {
        var sending = Filters.and(Filters.eq("mailboxId", mailboxId), UNSETTLED);
        return envelopes
                .find(before == null ? sending : Filters.and(sending, Filters.lt("_id", before)))
                .sort(Sorts.descending("_id"))
                .limit(limit)
                .projection(Projections.exclude("sealed.content"))
                .into(new ArrayList<>());
    }

    /** Whether a recipient still waits for it. */
    public boolean isSending(EnvelopeRef ref) {
        return sending(ref.fromMailboxId(), ref.envelopeId()).isPresent();
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

    /**
     * Notes that envelopes are in every mailbox that takes them, each with its receipts and its events in one write, and
     * forgets their keys: the mailboxes hold them now. One that was settled before stays as it is.
     */
    public void settle(List<Settled> settled) {
        publishing.answerAll(settled.stream()
                .map(one -> new PublishingCollection.Answer<>(one.envelope(), UNSETTLED, one.update(), one.events()))
                .toList());
    }

    /** What became of an envelope in each of its mailboxes, what its check found, and the events that say it. */
    public record Settled(
            Envelope envelope,
            Envelope.Scan scan,
            Instant at,
            Map<UUID, Receipt.Refused> refusals,
            List<PendingEvent> events) {

        private Bson update() {
            var updates = new ArrayList<Bson>();
            updates.add(Updates.set("settled", true));
            if (envelope.scan() == null) {
                updates.add(Updates.set("scan", scan));
            }
            updates.add(Updates.unset("wrappedKey"));
            for (var recipient : envelope.recipients()) {
                var receipt = "receipts." + recipient.mailboxId();
                var refused = refusals.get(recipient.mailboxId());
                updates.add(
                        refused == null
                                ? Updates.set(receipt + ".deliveredAt", at)
                                : Updates.set(receipt + ".refused", refused));
            }
            return Updates.combine(updates);
        }
    }

    /** Takes the sealed text away once no mailbox holds the message; who wrote to whom and when stays. */
    public void empty(EnvelopeRef ref) {
        envelopes.updateOne(Filters.and(ref.key(), Filters.eq("settled", true)), Updates.unset("sealed"));
    }

    /** Notes receipts; each keeps the first one. */
    void note(List<Noted> receipts) {
        write(receipts.stream()
                .<WriteModel<Envelope>>map(noted -> new UpdateOneModel<>(
                        Filters.and(noted.envelope().key(), Filters.eq(noted.field(), null)),
                        Updates.set(noted.field(), noted.value())))
                .toList());
    }

    /** One thing that became known of an envelope in one mailbox, unless it was known before. */
    record Noted(EnvelopeRef envelope, UUID mailboxId, String fact, Object value) {

        private String field() {
            return "receipts." + mailboxId + "." + fact;
        }
    }

    /**
     * The envelopes whose message lies in one of these blobs. A blob does not say whose it is, so the nightly sweep asks
     * in all mailboxes; so many blobs at a time, by their index.
     */
    public List<Envelope> lyingIn(Collection<BlobId> blobs) {
        return envelopes
                .find(Filters.in(
                        "sealed.blob", blobs.stream().map(BlobId::value).toList()))
                .projection(Projections.exclude("sealed.summary", "sealed.content", "receipts"))
                .into(new ArrayList<>());
    }

    private void write(List<WriteModel<Envelope>> writes) {
        if (!writes.isEmpty()) {
            envelopes.bulkWrite(writes, UNORDERED);
        }
    }
}
