package fr.plisante.mailbox.envelope;

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
import fr.plisante.events.Event;
import fr.plisante.events.mailbox.EnvelopeRefused;
import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.PublishingCollection;
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
    private static final Bson SETTLED = Updates.combine(Updates.set("settled", true), Updates.unset("wrappedKey"));

    private final MongoCollection<Envelope> envelopes;
    private final PublishingCollection<Envelope> publishing;

    Envelopes(MongoDatabase database, Outbox outbox) {
        this.envelopes = database.getCollection("envelopes", Envelope.class);
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
        return Optional.ofNullable(envelopes
                .find(Filters.and(Filters.eq("mailboxId", mailboxId), Filters.eq("draft.draftId", draftId)))
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
    public void settle(Collection<Settled> settled, Origin origin) {
        write(settled.stream()
                .filter(one -> one.refusals().isEmpty())
                .<WriteModel<Envelope>>map(one -> new UpdateOneModel<>(unsettled(one.envelope()), SETTLED))
                .toList());
        settled.stream()
                .filter(one -> !one.refusals().isEmpty())
                .forEach(one -> publishing.changeIf(
                        one.envelope(),
                        UNSETTLED,
                        refused(one.refusals()),
                        origin,
                        one.events().toArray(Event[]::new)));
    }

    private static Bson refused(Map<UUID, Receipt.Refused> refusals) {
        var updates = new ArrayList<Bson>();
        updates.add(SETTLED);
        refusals.forEach(
                (mailboxId, refused) -> updates.add(Updates.set("receipts." + mailboxId + ".refused", refused)));
        return Updates.combine(updates);
    }

    /** An envelope that is in all its mailboxes but those that refused it, and the events of those refusals. */
    public record Settled(Envelope envelope, Map<UUID, Receipt.Refused> refusals, List<EnvelopeRefused> events) {}

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

    private static Bson unsettled(Envelope envelope) {
        return Filters.and(envelope.key(), UNSETTLED);
    }

    private void write(List<WriteModel<Envelope>> writes) {
        if (!writes.isEmpty()) {
            envelopes.bulkWrite(writes, UNORDERED);
        }
    }
}
