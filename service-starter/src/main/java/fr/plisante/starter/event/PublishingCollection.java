package fr.plisante.starter.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import fr.plisante.events.Event;
import fr.plisante.starter.event.Outgoing.PendingEvent;
import fr.plisante.starter.event.Publisher.Waiting;
import fr.plisante.starter.store.Documents;
import fr.plisante.starter.store.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/** The documents of one collection and their events: state and events are one write, and are published after it. */
public final class PublishingCollection<T extends Record & Publishing> {

    private final MongoCollection<T> documents;
    private final Outbox outbox;

    PublishingCollection(MongoCollection<T> documents, Outbox outbox) {
        this.documents = documents;
        this.outbox = outbox;
    }

    /** Adds a document with its events; false if there is one already with its id or another of its unique values. */
    public boolean insertUnlessThere(T document) {
        var added = Documents.insertUnlessThere(documents, document);
        if (added) {
            outbox.publish(documents, document);
        }
        return added;
    }

    /** Adds those documents that are not there yet, with their events, and answers them. */
    public List<T> insertUnlessThere(List<T> added) {
        var inserted = Documents.insertUnlessThere(documents, added);
        inserted.forEach(document -> outbox.publish(documents, document));
        return inserted;
    }

    /**
     * Changes the version that was read and publishes what the change says, in one write; answers the document as it is
     * afterwards, or nothing if somebody else changed it since.
     */
    public Optional<T> change(T known, Bson update, Origin origin, Event... events) {
        return changeIf(known, Filters.empty(), update, origin, events);
    }

    /** The same with the document as it shall be; its version and what it has to publish are not looked at. */
    public Optional<T> change(T known, T changed, Origin origin, Event... events) {
        return change(known, Fields.changes(known, changed), origin, events);
    }

    /** The same if a further condition holds. */
    public Optional<T> changeIf(T known, Bson condition, Bson update, Origin origin, Event... events) {
        var version = known.outgoing().version();
        var changed = Documents.change(
                documents,
                Filters.and(known.key(), Filters.eq(Outgoing.VERSION, version), condition),
                Updates.combine(update, Outbox.next(outbox.at(version + 1, origin, events))));
        changed.ifPresent(document -> outbox.publish(documents, document));
        return changed;
    }

    /** A change of one document, and what it says of itself; what the document had to publish before is answered by it. */
    public record Answer<T>(T known, Bson condition, Bson update, List<PendingEvent> events) {}

    /**
     * Changes many documents in one unordered write, each if its condition holds. A condition must fail once its change
     * is made, as that of any other writer: so each is made once.
     */
    public void answerAll(List<Answer<T>> answers) {
        if (answers.isEmpty()) {
            return;
        }
        var written = documents.bulkWrite(
                answers.stream().<WriteModel<T>>map(this::write).toList(), new BulkWriteOptions().ordered(false));
        // Where somebody else was faster we cannot tell which are ours: the sweep publishes those.
        if (written.getModifiedCount() == answers.size()) {
            answers.forEach(one -> outbox.publish(new Waiting(
                    documents, one.known().key(), one.known().outgoing().version() + 1, one.events(), true)));
        }
    }

    private UpdateOneModel<T> write(Answer<T> one) {
        return new UpdateOneModel<>(
                Filters.and(
                        one.known().key(),
                        Filters.eq(Outgoing.VERSION, one.known().outgoing().version()),
                        one.condition()),
                Updates.combine(one.update(), outbox.answer(one.events())));
    }

    /** One of several changes: as {@link #changeIf} takes it. */
    public record Change<T>(T known, Bson condition, Bson update, Origin origin, List<Event> events) {}

    /**
     * Makes several changes in one command; one whose condition does not hold any more is left out. Where that happens,
     * the events of the others are published by the sweep, some seconds later.
     */
    public void changeAll(List<Change<T>> changes) {
        var published = new ArrayList<Waiting>();
        var writes = new ArrayList<WriteModel<T>>();
        for (var change : changes) {
            var known = change.known();
            var outgoing = known.outgoing();
            var next = outbox.at(
                    outgoing.version() + 1, change.origin(), change.events().toArray(Event[]::new));
            writes.add(new UpdateOneModel<>(
                    Filters.and(known.key(), Filters.eq(Outgoing.VERSION, outgoing.version()), change.condition()),
                    Updates.combine(change.update(), Outbox.next(next))));
            var events = Stream.concat(outgoing.pending().stream(), next.pending().stream())
                    .toList();
            published.add(new Waiting(documents, known.key(), next.version(), events, known.forgetsPublished()));
        }
        if (!writes.isEmpty()
                && documents
                                .bulkWrite(writes, new BulkWriteOptions().ordered(false))
                                .getMatchedCount()
                        == writes.size()) {
            published.forEach(outbox::publish);
        }
    }

    /**
     * Keeps a state that comes with a version of its own unless this one or a newer one is there; false if it was not
     * kept. Events of an older state that were not published yet are dropped.
     */
    public boolean keepNewest(T state) {
        var kept = Documents.keepNewest(
                documents, state.key(), Outgoing.VERSION, state.outgoing().version(), state);
        if (kept) {
            outbox.publish(documents, state);
        }
        return kept;
    }
}
