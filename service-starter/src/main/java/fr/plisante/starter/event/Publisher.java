package fr.plisante.starter.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import fr.plisante.starter.event.Outgoing.PendingEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Sends the events of the documents in its queue, and removes them from the documents when the broker has them. What the
 * broker does not take stays in its document.
 */
final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final int BATCH = 500;
    /** Milliseconds that published events stay in their documents, so that many go in one write. */
    private static final long CLEARS_EVERY = 200;

    /** A document whose events are to be published. */
    record Waiting(
            MongoCollection<?> collection, Document key, long version, List<PendingEvent> events, boolean forgets) {

        static Waiting of(MongoCollection<?> collection, Publishing document) {
            var outgoing = document.outgoing();
            return new Waiting(
                    collection, document.key(), outgoing.version(), outgoing.pending(), document.forgetsPublished());
        }

        /** The filter that finds all of these documents, which have one collection. */
        static Bson any(List<Waiting> waiting) {
            var values = new LinkedHashMap<String, Set<Object>>();
            waiting.forEach(one -> one.key.forEach((field, value) ->
                    values.computeIfAbsent(field, _ -> new LinkedHashSet<>()).add(value)));
            return Filters.and(values.entrySet().stream()
                    .map(field -> Filters.in(field.getKey(), field.getValue()))
                    .toList());
        }
    }

    private final EventFormat format;
    private final ProducerFactory<String, byte[]> producers;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(20_000);

    Publisher(EventFormat format, ProducerFactory<String, byte[]> producers) {
        this.format = format;
        this.producers = producers;
    }

    /** Puts it into the queue; false if that is full. */
    boolean offer(Waiting waiting) {
        return queue.offer(waiting);
    }

    /** Puts it into the queue, and waits for room. */
    void put(Waiting waiting) throws InterruptedException {
        queue.put(waiting);
    }

    /** Publishes until it shall no longer and the queue is empty. */
    void publishWhile(BooleanSupplier running) {
        var batch = new ArrayList<Waiting>(BATCH);
        var published = new ArrayList<Waiting>(BATCH);
        var clearedAt = System.nanoTime();
        while (running.getAsBoolean() || !queue.isEmpty() || !published.isEmpty()) {
            try {
                var first = queue.poll(CLEARS_EVERY, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    send(batch, published);
                }
                var since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - clearedAt);
                if (since >= CLEARS_EVERY || published.size() >= BATCH || !running.getAsBoolean()) {
                    clear(published);
                    clearedAt = System.nanoTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("Some of {} documents stay in the outbox until the sweep: {}", batch.size(), e.toString());
            } finally {
                batch.clear();
            }
        }
    }

    private void send(List<Waiting> batch, List<Waiting> published) throws InterruptedException {
        // A context that was stopped and started again has another producer.
        var producer = producers.createProducer();
        var sent = new ArrayList<List<Future<RecordMetadata>>>(batch.size());
        for (var waiting : batch) {
            sent.add(waiting.events().stream()
                    .map(event -> producer.send(format.record(event)))
                    .toList());
        }
        for (int i = 0; i < batch.size(); i++) {
            if (acknowledged(sent.get(i)) && batch.get(i).forgets()) {
                published.add(batch.get(i));
            }
        }
    }

    /** Takes published events out of their documents, many at a time; in vain, the sweep says them once more. */
    private static void clear(List<Waiting> published) {
        var byCollection = new LinkedHashMap<MongoCollection<?>, List<Waiting>>();
        published.forEach(waiting -> byCollection
                .computeIfAbsent(waiting.collection(), c -> new ArrayList<>())
                .add(waiting));
        published.clear();
        byCollection.forEach(Publisher::clear);
    }

    private static boolean acknowledged(List<Future<RecordMetadata>> sent) throws InterruptedException {
        for (var one : sent) {
            try {
                one.get();
            } catch (ExecutionException e) {
                LOG.warn("An event was not acknowledged, the sweep will publish it again: {}", e.toString());
                return false;
            }
        }
        return true;
    }

    /** In one command for all documents of one version: many of them cost little more than one. */
    private static void clear(MongoCollection<?> collection, List<Waiting> published) {
        long cleared = 0;
        for (var version : published.stream()
                .collect(Collectors.groupingBy(Waiting::version))
                .entrySet()) {
            cleared += collection
                    .updateMany(
                            Filters.and(
                                    Waiting.any(version.getValue()), Filters.eq(Outgoing.VERSION, version.getKey())),
                            Updates.combine(Updates.set(Outgoing.PENDING, List.of()), Updates.unset(Outgoing.DUE)))
                    .getMatchedCount();
        }
        if (cleared < published.size()) {
            // A document that was written again meanwhile publishes the rest itself: take out only what was published.
            var ids = published.stream()
                    .flatMap(waiting -> waiting.events().stream().map(PendingEvent::id))
                    .toList();
            collection.updateMany(Waiting.any(published), Updates.pull(Outgoing.PENDING, Filters.in("id", ids)));
        }
    }
}
