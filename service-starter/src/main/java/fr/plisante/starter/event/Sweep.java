package fr.plisante.starter.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import fr.plisante.starter.event.Publisher.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.bson.Document;
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

    /** How long until they are overdue again: the longer nobody acts upon them, the longer, in steps of twice as long. */
    private Duration again(Waiting waiting) {
        var again = every;
        if (!waiting.events().isEmpty()) {
            var age = Duration.between(waiting.events().getFirst().time(), clock.instant());
            while (again.compareTo(LONGEST) < 0 && again.multipliedBy(2).compareTo(age) <= 0) {
                again = again.multipliedBy(2);
            }
        }
        return again.compareTo(LONGEST) < 0 ? again : LONGEST;
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
            publish(
                    collection,
                    overdue.stream()
                            .flatMap(document -> waiting(collection, codec, document, due()).stream())
                            .toList());
        } while (running.getAsBoolean() && overdue.size() == BATCH);
    }

    private static <T extends Publishing> Optional<Waiting> waiting(
            MongoCollection<T> collection, Codec<T> codec, RawBsonDocument document, Instant due) {
        try {
            return Optional.of(Waiting.of(collection, document.decode(codec)));
        } catch (RuntimeException e) {
            // It holds up nothing but itself: it comes again when the others have had their turn.
            LOG.error(
                    "{} of {} cannot be read and keeps its events", document.get("_id"), collection.getNamespace(), e);
            collection.updateOne(Filters.eq("_id", document.get("_id")), Updates.set(Outgoing.DUE, due));
            return Optional.empty();
        }
    }

    private void publish(MongoCollection<?> collection, List<Waiting> overdue) throws InterruptedException {
        record Alike(long version, Duration again) {}
        var alike = overdue.stream().collect(Collectors.groupingBy(one -> new Alike(one.version(), again(one))));
        for (var group : alike.entrySet()) {
            var dueAgain = clock.instant()
                    .truncatedTo(ChronoUnit.MILLIS)
                    .plus(group.getKey().again());
            var claimed = claim(collection, group.getValue(), group.getKey().version(), dueAgain);
            if (!claimed.isEmpty()) {
                LOG.info("The sweep publishes what {} of {} say", claimed.size(), collection.getNamespace());
            }
            for (var waiting : claimed) {
                publisher.put(waiting);
            }
        }
    }

    /** Those that no other instance has, and that nobody wrote since they were read. */
    private List<Waiting> claim(MongoCollection<?> collection, List<Waiting> overdue, long version, Instant dueAgain) {
        var asRead = Filters.and(Waiting.any(overdue), Filters.eq(Outgoing.VERSION, version));
        var claimed = collection
                .updateMany(
                        Filters.and(asRead, Filters.lte(Outgoing.DUE, clock.instant())),
                        Updates.set(Outgoing.DUE, dueAgain))
                .getModifiedCount();
        if (claimed == overdue.size()) {
            return overdue;
        }
        var ours = collection
                .withDocumentClass(Document.class)
                .find(Filters.and(asRead, Filters.eq(Outgoing.DUE, dueAgain)))
                .projection(Projections.include("_id"))
                .map(document -> document.get("_id"))
                .into(new HashSet<>());
        return overdue.stream()
                .filter(waiting -> ours.contains(waiting.key().get("_id")))
                .toList();
    }
}
