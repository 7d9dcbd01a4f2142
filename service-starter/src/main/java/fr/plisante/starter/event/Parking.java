package fr.plisante.starter.event;

import fr.plisante.events.Contract;
import fr.plisante.events.StateEvent;
import fr.plisante.events.auth.OneTimeCodeIssued;
import fr.plisante.starter.event.ParkedEvents.Parked;
import fr.plisante.starter.event.ParkedEvents.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.support.KafkaUtils;

/**
 * Puts an event aside that could be read and not carried out, so that it holds up nothing but itself. Of an event that
 * carries a whole state a newer one is carried out all the same, and takes its place; of one that adds to a state, those
 * of the same key wait behind it.
 */
final class Parking implements ConsumerRecordRecoverer, RecordInterceptor<Object, Object> {

    /** How often an event is tried before it is parked. */
    static final int TRIES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_WAITING = 1_000;
    private static final String FULL = "So many events fail that something else must be wrong: nothing more is parked";

    private final ParkedEvents events;
    private final int mostAMinute;
    private final Clock clock;
    private final Deque<Instant> lately = new ArrayDeque<>();
    private List<Parked> waiting = List.of();
    private Instant looked = Instant.EPOCH;

    Parking(ParkedEvents events, int mostAMinute, Clock clock) {
        this.events = events;
        this.mostAMinute = mostAMinute;
        this.clock = clock;
    }

    /** Many in a minute are no matter of single events: then nothing is parked, and nothing goes on. */
    @Override
    public synchronized void accept(ConsumerRecord<?, ?> record, Exception failure) {
        var cause = cause(failure);
        if (record.topic().equals(OneTimeCodeIssued.TOPIC)) {
            // It is of no use to anyone later.
            LOG.error("A sign-in code is given up, {}@{}", record.partition(), record.offset(), cause);
            return;
        }
        if (events.isDiscarded(Objects.requireNonNull(KafkaUtils.getConsumerGroupId()), record)) {
            LOG.info("Given up before: {}-{}@{}", record.topic(), record.partition(), record.offset());
            return;
        }
        if (isFull()) {
            throw new IllegalStateException(FULL, cause);
        }
        park(record, cause.toString(), TRIES);
        lately.add(clock.instant());
        LOG.error(
                "Parked {}-{}@{} of {}; see the operator's command",
                record.topic(),
                record.partition(),
                record.offset(),
                KafkaUtils.getConsumerGroupId(),
                cause);
    }

    /** Whether nothing more is parked for now. */
    synchronized boolean isFull() {
        var aMinuteAgo = clock.instant().minus(A_MINUTE);
        lately.removeIf(at -> at.isBefore(aMinuteAgo));
        return lately.size() >= mostAMinute || waiting().size() >= MOST_WAITING;
    }

    @Override
    public @Nullable ConsumerRecord<Object, Object> intercept(
            ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        return waitsBehind(record) ? null : record;
    }

    @Override
    public void success(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        carriedOut(record);
    }

    /** Whether an event must wait, because one of the same key is parked to whose state both add; then it is parked too. */
    synchronized boolean waitsBehind(ConsumerRecord<?, ?> record) {
        if (isState(record) || before(record).isEmpty()) {
            return false;
        }
        // An operator may have settled it since we looked.
        looked = Instant.EPOCH;
        var before = before(record);
        if (before.isPresent() && !isSameEvent(before.get(), record)) {
            if (waiting().size() >= MOST_WAITING) {
                throw new IllegalStateException(FULL);
            }
            park(record, waitsBehind(before.get()), 0);
        }
        return before.isPresent();
    }

    private Optional<Parked> before(ConsumerRecord<?, ?> record) {
        return waiting().stream().filter(one -> isOf(one, record)).findFirst();
    }

    static String waitsBehind(Parked before) {
        return "Waits behind " + before.id();
    }

    /** Notes that an event was carried out: the older states of its key are of no use any more. */
    private synchronized void carriedOut(ConsumerRecord<?, ?> record) {
        if (isState(record)) {
            var older = waiting().stream()
                    .filter(one -> isOf(one, record) && one.offset() < record.offset())
                    .toList();
            for (var one : older) {
                events.settle(one, State.SUPERSEDED, null, null);
                looked = Instant.EPOCH;
            }
        }
    }

    private void park(ConsumerRecord<?, ?> record, String reason, int attempts) {
        events.add(Objects.requireNonNull(KafkaUtils.getConsumerGroupId()), record, reason, attempts);
        looked = Instant.EPOCH;
    }

    /** What waits, as it was at most some seconds ago: other instances park, too. */
    private List<Parked> waiting() {
        var now = clock.instant();
        if (looked.plus(REMEMBERED).isBefore(now)) {
            waiting = events.waiting(MOST_WAITING);
            looked = now;
        }
        return waiting;
    }

    private static boolean isOf(Parked one, ConsumerRecord<?, ?> record) {
        return one.topic().equals(record.topic())
                && record.key() != null
                && record.key().toString().equals(one.key())
                && one.group().equals(KafkaUtils.getConsumerGroupId());
    }

    /** An event is said again until it is acted upon; one that waits for an operator need not be parked twice. */
    private static boolean isSameEvent(Parked one, ConsumerRecord<?, ?> record) {
        return one.eventId() != null && one.eventId().equals(ParkedEvents.eventId(record));
    }

    private static boolean isState(ConsumerRecord<?, ?> record) {
        return isState(record.topic());
    }

    /** Whether the events of a topic carry a whole state, so that none of them need wait for another. */
    static boolean isState(String topic) {
        return StateEvent.class.isAssignableFrom(Contract.type(topic));
    }

    /** What the listener threw, out of what Spring Kafka makes of it. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof KafkaException && failure.getCause() != null ? cause(failure.getCause()) : failure;
    }
}
