package fr.plisante.starter.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds documents whose events are overdue, because a crash or a full queue left them behind, and gives them to the
 * {@link Publisher}. It claims each one by moving its due time, so that instances do not repeat each other.
 */
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int BATCH = 500;
    /** An event is not said again later than this, however often it was in vain. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Publisher publisher;
    private final Duration every;
    private final Clock clock;
    private final List<MongoCollection<? extends Publishing>> collections = new CopyOnWriteArrayList<>();

    Sweep(Publisher publisher, Duration every, Clock clock) {
        this.publisher = publisher;
        this.every = every;
        this.clock = clock;
    }

    /** Looks after this collection too; declares the index for it. */
    void over(MongoCollection<? extends Publishing> documents) {
        documents.createIndex(Indexes.ascending(Outgoing.DUE));
        collections.add(documents);
    }

    /** When events that are written now are overdue. */
    Instant due() {
        return clock.instant().plus(every);
    }

    /** When they are overdue again: the longer nobody acts upon them, the later. */
    private Instant dueAgain(Publisher.Waiting waiting) {
        var age = waiting.events().isEmpty()
                ? Duration.ZERO
                : Duration.between(waiting.events().getFirst().time(), clock.instant());
        var atMost = age.compareTo(LONGEST) > 0 ? LONGEST : age;
        return clock.instant().plus(atMost.compareTo(every) > 0 ? atMost : every);
    }

    /** Looks through every collection again and again. */
    void sweepWhile(BooleanSupplier running) {
        try {
            while (running.getAsBoolean()) {
                Thread.sleep(sweepAll(running) ? every : every.dividedBy(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False if a collection could not be read; the others were. */
    private boolean sweepAll(BooleanSupplier running) throws InterruptedException {
        var all = true;
        for (var collection : collections) {
            try {
                sweep(collection, running);
            } catch (RuntimeException e) {
                LOG.warn("The sweep could not read {}, it tries again: {}", collection.getNamespace(), e.toString());
                all = false;
            }
        }
        return all;
    }

    private <T extends Publishing> void sweep(MongoCollection<T> collection, BooleanSupplier running)
            throws InterruptedException {
        var codec = collection.getCodecRegistry().get(collection.getDocumentClass());
        List<RawBsonDocument> overdue;
        do {
            overdue = collection
                    .withDocumentClass(RawBsonDocument.class)
                    .find(Filters.lte(Outgoing.DUE, clock.instant()))
                    .sort(Sorts.ascending(Outgoing.DUE))
                    .limit(BATCH)
                    .into(new ArrayList<>());
            for (var document : overdue) {
                publish(collection, codec, document);
            }
        } while (running.getAsBoolean() && overdue.size() == BATCH);
    }

    private <T extends Publishing> void publish(MongoCollection<T> collection, Codec<T> codec, RawBsonDocument document)
            throws InterruptedException {
        Publisher.Waiting waiting;
        try {
            waiting = Publisher.Waiting.of(collection, document.decode(codec));
        } catch (RuntimeException e) {
            // It holds up nothing but itself: it comes again when the others have had their turn.
            LOG.error(
                    "{} of {} cannot be read and keeps its events", document.get("_id"), collection.getNamespace(), e);
            collection.updateOne(Filters.eq("_id", document.get("_id")), Updates.set(Outgoing.DUE, due()));
            return;
        }
        if (claim(waiting)) {
            LOG.info("The sweep publishes {} event(s) of {}", waiting.events().size(), collection.getNamespace());
            publisher.put(waiting);
        }
    }

    /** False if another instance has it, or it was written since it was read. */
    private boolean claim(Publisher.Waiting waiting) {
        var stillDue = Filters.and(
                waiting.key(),
                Filters.eq(Outgoing.VERSION, waiting.version()),
                Filters.lte(Outgoing.DUE, clock.instant()));
        return waiting.collection()
                        .updateOne(stillDue, Updates.set(Outgoing.DUE, dueAgain(waiting)))
                        .getModifiedCount()
                == 1;
    }
}
