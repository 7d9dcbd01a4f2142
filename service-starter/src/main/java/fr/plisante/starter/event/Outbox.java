package fr.plisante.starter.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import fr.plisante.events.Contract;
import fr.plisante.events.Event;
import fr.plisante.starter.Ids;
import fr.plisante.starter.event.Outgoing.PendingEvent;
import fr.plisante.starter.event.Publisher.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Publishes the events that wait in documents ({@link Outgoing}), right after the write that put them there
 * ({@link Publisher}). What a crash leaves behind is published by the {@link Sweep}. At least once, and for one document
 * always everything that waits, in its order.
 */
public final class Outbox implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final EventFormat format;
    private final Clock clock;
    private final Publisher publisher;
    private final Sweep sweep;
    private volatile boolean running;
    private List<Thread> threads = List.of();

    Outbox(EventFormat format, ProducerFactory<String, byte[]> producers, Duration sweepEvery, Clock clock) {
        this.format = format;
        this.clock = clock;
        publisher = new Publisher(format, producers);
        sweep = new Sweep(publisher, sweepEvery, clock);
    }

    /** The documents of a collection and their events; declares the index that the sweep needs. */
    public <T extends Record & Publishing> PublishingCollection<T> publishing(MongoCollection<T> documents) {
        sweep.over(documents);
        return new PublishingCollection<>(documents, this);
    }

    /** What a new document carries that publishes these events. */
    public Outgoing first(Origin origin, Event... events) {
        return at(1, origin, events);
    }

    /** The same for a document whose version comes from elsewhere. */
    public Outgoing at(long version, Origin origin, Event... events) {
        return new Outgoing(version, pending(version, origin, events), events.length == 0 ? null : sweep.due());
    }

    /** The part of an update that raises the version to the one of this and adds its events. */
    static Bson next(Outgoing next) {
        var raised = Outgoing.nextVersion();
        return next.pending().isEmpty()
                ? raised
                : Updates.combine(
                        raised,
                        Updates.pushEach(Outgoing.PENDING, next.pending()),
                        Updates.set(Outgoing.DUE, next.due()));
    }

    /** The part of an update that raises the version and puts these events in the place of all that waited. */
    Bson answer(List<PendingEvent> events) {
        return Updates.combine(
                Outgoing.nextVersion(),
                Updates.set(Outgoing.PENDING, events),
                events.isEmpty() ? Updates.unset(Outgoing.DUE) : Updates.set(Outgoing.DUE, sweep.due()));
    }

    /** Publishes a document's events soon. Nothing is lost when this is never reached: the sweep finds the document. */
    <T extends Publishing> void publish(MongoCollection<T> collection, T document) {
        publish(Waiting.of(collection, document));
    }

    /** The same for what a document has to publish. */
    void publish(Waiting waiting) {
        if (!waiting.events().isEmpty() && !publisher.offer(waiting)) {
            LOG.warn(
                    "The outbox is behind; the sweep will publish {} of {}",
                    waiting.key(),
                    waiting.collection().getNamespace());
        }
    }

    /** The event in the form in which a document keeps it; {@code sequence} is the version of what it is about. */
    public PendingEvent pending(Event event, long sequence, Origin origin) {
        return new PendingEvent(
                Ids.next(),
                // The precision the store keeps, so that an event says the same time however often it is sent.
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Contract.topic(event),
                event.key(),
                event.subject(),
                sequence,
                origin.actor(),
                origin.onBehalfOf(),
                origin.acr(),
                format.data(event));
    }

    private List<PendingEvent> pending(long version, Origin origin, Event... events) {
        return Stream.of(events).map(event -> pending(event, version, origin)).toList();
    }

    @Override
    public void start() {
        running = true;
        threads = List.of(
                Thread.ofPlatform().name("outbox").start(() -> publisher.publishWhile(this::isRunning)),
                Thread.ofPlatform().name("outbox-sweep").daemon().start(() -> sweep.sweepWhile(this::isRunning)));
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
