package fr.plisante.starter.event;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
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
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.codecs.DecoderContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what documents say. An event is written in its document ({@code outbox}, {@code outboxAt}, {@code version}),
 * published right after that write, and removed from the document when the broker has it. What a crash leaves behind is
 * published by the sweep, which claims documents by lease so that instances do not repeat each other. At least once,
 * and for one document always the whole outbox in its order.
 */
public final class Outbox implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String FIELD = "outbox";
    private static final String DUE = "outboxAt";
    private static final int BATCH = 500;

    /** A document whose events are to be published. */
    private record Waiting(MongoCollection<?> collection, Object id, long version, List<PendingEvent> events) {}

    private final EventFormat format;
    private final Producer<String, byte[]> producer;
    private final Duration sweepEvery;
    private final Clock clock;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(20_000);
    private final List<MongoCollection<?>> watched = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private List<Thread> threads = List.of();

    Outbox(EventFormat format, Producer<String, byte[]> producer, Duration sweepEvery, Clock clock) {
        this.format = format;
        this.producer = producer;
        this.sweepEvery = sweepEvery;
        this.clock = clock;
    }

    /** The event in the form in which its document keeps it; {@code sequence} is the document's version. */
    public PendingEvent pending(Event event, long sequence, Origin origin) {
        return new PendingEvent(
                Ids.next(),
                // The precision the store keeps, so that an event says the same time however often it is sent.
                Instant.now(clock).truncatedTo(ChronoUnit.MILLIS),
                Contract.topic(event.getClass()),
                event.key(),
                event.subject(),
                sequence,
                origin.actor(),
                origin.onBehalfOf(),
                origin.acr(),
                format.data(event));
    }

    /** The value for {@code outboxAt} of a document that is written with pending events. */
    public Instant due() {
        return Instant.now(clock).plus(sweepEvery);
    }

    /** Lets the sweep look after a collection, and declares the index it needs. */
    public void watch(MongoCollection<?> collection) {
        collection.createIndex(Indexes.ascending(DUE));
        watched.add(collection);
    }

    /**
     * Publishes a document's events soon; call it after the write that put them there. Nothing is lost when this is
     * never reached: the sweep finds the document.
     */
    public void publish(MongoCollection<?> collection, Object id, long version, List<PendingEvent> outbox) {
        if (!outbox.isEmpty() && !queue.offer(new Waiting(collection, id, version, List.copyOf(outbox)))) {
            LOG.warn("The outbox is behind; the sweep will publish {} of {}", id, collection.getNamespace());
        }
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
                                Filters.and(Filters.eq("_id", waiting.id()), Filters.eq("version", waiting.version())),
                                Updates.combine(Updates.set(FIELD, List.of()), Updates.set(DUE, BsonNull.VALUE))))
                        .toList(),
                options);
        if (all.getMatchedCount() < published.size()) {
            // A document that was written again meanwhile says the rest itself: take out only what was published.
            collection.bulkWrite(
                    published.stream()
                            .<WriteModel<T>>map(waiting -> new UpdateOneModel<>(
                                    Filters.eq("_id", waiting.id()),
                                    Updates.pull(FIELD, Filters.in("id", ids(waiting)))))
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
                for (var collection : watched) {
                    sweep(collection);
                }
                Thread.sleep(sweepEvery);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (MongoException e) {
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

    private <T> void sweep(MongoCollection<T> collection) throws InterruptedException {
        var raw = collection.withDocumentClass(BsonDocument.class);
        var codec = collection.getCodecRegistry().get(PendingEvent.class);
        while (running) {
            var claimed = raw.findOneAndUpdate(
                    Filters.lte(DUE, Instant.now(clock)),
                    Updates.set(DUE, Instant.now(clock).plus(sweepEvery)),
                    new FindOneAndUpdateOptions()
                            .sort(Sorts.ascending(DUE))
                            .projection(Projections.include(FIELD, "version"))
                            .returnDocument(ReturnDocument.AFTER));
            if (claimed == null) {
                return;
            }
            var events = new ArrayList<PendingEvent>();
            for (BsonValue value : claimed.getArray(FIELD)) {
                events.add(codec.decode(
                        new BsonDocumentReader(value.asDocument()),
                        DecoderContext.builder().build()));
            }
            LOG.info("The sweep publishes {} event(s) of {}", events.size(), collection.getNamespace());
            queue.put(new Waiting(
                    collection,
                    Objects.requireNonNull(claimed.get("_id")),
                    claimed.getNumber("version").longValue(),
                    events));
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
