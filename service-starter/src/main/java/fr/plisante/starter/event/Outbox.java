package fr.plisante.starter.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import fr.plisante.events.Contract;
import fr.plisante.events.Event;
import fr.plisante.starter.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Publishes the events that wait in documents ({@link Outgoing}), right after the write that put them there, and removes
 * them from the document when the broker has them. What a crash leaves behind is published by the sweep, which claims
 * documents by lease so that instances do not repeat each other. At least once, and for one document always everything
 * that waits, in its order.
 */
public final class Outbox implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH = 500;

    /** A document whose events are to be published. */
    private record Waiting(MongoCollection<?> collection, Bson key, long version, List<PendingEvent> events) {}

    /** Looks through one collection for what was left behind. */
    @FunctionalInterface
    private interface Sweep {
        void run() throws InterruptedException;
    }

    private final EventFormat format;
    private final ProducerFactory<String, byte[]> producers;
    private final Duration sweepEvery;
    private final Clock clock;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(20_000);
    private final List<Sweep> sweeps = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private List<Thread> threads = List.of();

    Outbox(EventFormat format, ProducerFactory<String, byte[]> producers, Duration sweepEvery, Clock clock) {
        this.format = format;
        this.producers = producers;
        this.sweepEvery = sweepEvery;
        this.clock = clock;
    }

    /** The documents of a collection and their events; declares the index that the sweep needs. */
    public <T extends Record & Publishing> PublishingCollection<T> publishing(MongoCollection<T> documents) {
        documents.createIndex(Indexes.ascending(Outgoing.DUE));
        sweeps.add(() -> sweep(documents));
        return new PublishingCollection<>(documents, this);
    }

    /** What a new document carries that publishes these events. */
    public Outgoing first(Origin origin, Event... events) {
        return at(1, origin, events);
    }

    /** The same for a document whose version comes from elsewhere. */
    public Outgoing at(long version, Origin origin, Event... events) {
        return new Outgoing(version, pending(version, origin, events), events.length == 0 ? null : due());
    }

    /** The part of an update that raises the version to this one and adds the events of the change. */
    Bson next(long version, Origin origin, Event... events) {
        var raised = Outgoing.nextVersion();
        return events.length == 0
                ? raised
                : Updates.combine(
                        raised,
                        Updates.pushEach(Outgoing.PENDING, pending(version, origin, events)),
                        Updates.set(Outgoing.DUE, due()));
    }

    private List<PendingEvent> pending(long version, Origin origin, Event... events) {
        return Stream.of(events).map(event -> pending(event, version, origin)).toList();
    }

    /** Publishes a document's events soon. Nothing is lost when this is never reached: the sweep finds the document. */
    <T extends Publishing> void publish(MongoCollection<T> collection, T document) {
        var outgoing = document.outgoing();
        var waiting = new Waiting(collection, document.key(), outgoing.version(), outgoing.pending());
        if (!waiting.events().isEmpty() && !queue.offer(waiting)) {
            LOG.warn("The outbox is behind; the sweep will publish {} of {}", waiting.key(), collection.getNamespace());
        }
    }

    /** The event in the form in which its document keeps it; {@code sequence} is the document's version. */
    PendingEvent pending(Event event, long sequence, Origin origin) {
        return new PendingEvent(
                Ids.next(),
                // The precision the store keeps, so that an event says the same time however often it is sent.
                Instant.now(clock).truncatedTo(ChronoUnit.MILLIS),
                Contract.topic(event),
                event.key(),
                event.subject(),
                sequence,
                origin.actor(),
                origin.onBehalfOf(),
                origin.acr(),
                format.data(event));
    }

    private Instant due() {
        return Instant.now(clock).plus(sweepEvery);
    }

    private void publishQueued() {
        var batch = new ArrayList<Waiting>(BATCH);
        while (running || !queue.isEmpty()) {
            try {
                var first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, BATCH - 1);
                send(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("{} documents stay in the outbox until the sweep: {}", batch.size(), e.toString());
            } finally {
                batch.clear();
            }
        }
    }

    private void send(List<Waiting> batch) throws InterruptedException {
        // A context that was stopped and started again has another producer.
        var producer = producers.createProducer();
        var sent = new ArrayList<List<Future<RecordMetadata>>>(batch.size());
        for (var waiting : batch) {
            sent.add(waiting.events().stream()
                    .map(event -> producer.send(format.record(event)))
                    .toList());
        }
        var done = new LinkedHashMap<MongoCollection<?>, List<Waiting>>();
        for (int i = 0; i < batch.size(); i++) {
            if (acknowledged(sent.get(i))) {
                done.computeIfAbsent(batch.get(i).collection(), c -> new ArrayList<>())
                        .add(batch.get(i));
            }
        }
        done.forEach(Outbox::clear);
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

    private static <T> void clear(MongoCollection<T> collection, List<Waiting> published) {
        var options = new BulkWriteOptions().ordered(false);
        var all = collection.bulkWrite(
                published.stream()
                        .<WriteModel<T>>map(waiting -> new UpdateOneModel<>(
                                Filters.and(waiting.key(), Filters.eq(Outgoing.VERSION, waiting.version())),
                                Updates.combine(Updates.set(Outgoing.PENDING, List.of()), Updates.unset(Outgoing.DUE))))
                        .toList(),
                options);
        if (all.getMatchedCount() < published.size()) {
            // A document that was written again meanwhile publishes the rest itself: take out only what was published.
            collection.bulkWrite(
                    published.stream()
                            .<WriteModel<T>>map(waiting -> new UpdateOneModel<>(
                                    waiting.key(), Updates.pull(Outgoing.PENDING, Filters.in("id", ids(waiting)))))
                            .toList(),
                    options);
        }
    }

    private static List<UUID> ids(Waiting waiting) {
        return waiting.events().stream().map(PendingEvent::id).toList();
    }

    private void sweepRegularly() {
        while (running) {
            try {
                for (var sweep : sweeps) {
                    sweep.run();
                }
                Thread.sleep(sweepEvery);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("The sweep of the outbox could not read the store, it tries again: {}", e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(sweepEvery.dividedBy(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T extends Publishing> void sweep(MongoCollection<T> collection) throws InterruptedException {
        List<T> left;
        do {
            left = collection
                    .find(Filters.lte(Outgoing.DUE, clock.instant()))
                    .sort(Sorts.ascending(Outgoing.DUE))
                    .limit(BATCH)
                    .into(new ArrayList<>());
            for (var document : left) {
                claim(collection, document);
            }
        } while (running && left.size() == BATCH);
    }

    private <T extends Publishing> void claim(MongoCollection<T> collection, T document) throws InterruptedException {
        var outgoing = document.outgoing();
        var claimed = collection.updateOne(
                Filters.and(
                        document.key(),
                        Filters.eq(Outgoing.VERSION, outgoing.version()),
                        Filters.lte(Outgoing.DUE, clock.instant())),
                Updates.set(Outgoing.DUE, due()));
        if (claimed.getModifiedCount() == 1) {
            var events = outgoing.pending();
            LOG.info("The sweep publishes {} event(s) of {}", events.size(), collection.getNamespace());
            queue.put(new Waiting(collection, document.key(), outgoing.version(), events));
        }
    }

    @Override
    public void start() {
        running = true;
        threads = List.of(
                Thread.ofPlatform().name("outbox").start(this::publishQueued),
                Thread.ofPlatform().name("outbox-sweep").daemon().start(this::sweepRegularly));
    }

    @Override
    public void stop() {
        running = false;
        try {
            threads.getFirst().join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started before and stopped after everything that writes documents. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE / 2;
    }
}
