package fr.plisante.directory.search;

import fr.plisante.events.directory.DirectoryEntryChanged;
import fr.plisante.starter.event.ReceivedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Reads the compacted topic into this instance's index. Without a consumer group: every instance needs every entry, and
 * how far it has read stands in the same commit as what it read.
 */
@Component
class Follower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** While nobody searches yet; each refresh makes a segment, and what is not refreshed is in memory. */
    private static final int REFRESHED_AT_ONCE = 50_000;
    /** While nobody searches yet; a kill costs so much of the reading. */
    private static final Duration FILLING_COMMITS_EVERY = Duration.ofSeconds(30);

    private final ConsumerFactory<Object, Object> consumers;
    private final KafkaAdmin admin;
    private final CurrentIndex index;
    private final SearchSettings settings;
    private final CountDownLatch stop = new CountDownLatch(1);
    /** The records that could not be read, by key, until another record with the key takes their place. */
    private final Map<String, LeftOut> leftOut = new ConcurrentHashMap<>();

    private volatile boolean running;
    private volatile boolean caughtUp;
    private Thread thread = new Thread();

    /** Where a record stands that could not be read. */
    record LeftOut(int partition, long offset) {}

    Follower(ConsumerFactory<Object, Object> consumers, KafkaAdmin admin, CurrentIndex index, SearchSettings settings) {
        this.consumers = consumers;
        this.admin = admin;
        this.index = index;
        this.settings = settings;
    }

    /** Whether all is indexed that was on the topic when we began. */
    boolean hasCaughtUp() {
        return caughtUp && leftOut.isEmpty();
    }

    /** The records that are not in the index because they could not be read. */
    Collection<LeftOut> leftOut() {
        return leftOut.values();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("directory-follower").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        stop.countDown();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                follow();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | AlreadyClosedException e) {
                LOG.error("The index failed; it is built anew", e);
                caughtUp = false;
                rebuild();
            } catch (RuntimeException | ExecutionException e) {
                LOG.warn("The topic of the directory cannot be read; trying again", e);
                pause();
            }
        }
    }

    private void follow() throws IOException, InterruptedException, ExecutionException {
        var topic = describe();
        var position = index.get().position();
        if (!position.equals(Position.NOWHERE)
                && !position.topicId().equals(topic.topicId().toString())) {
            LOG.warn("The topic is another one than the index was read from");
            index.rebuild();
            caughtUp = false;
            leftOut.clear();
            position = Position.NOWHERE;
        }
        LOG.info(position.equals(Position.NOWHERE) ? "Reads from the beginning" : "Reads on from its last commit");
        try (var consumer = consumers.createConsumer(null, "follower", null)) {
            var partitions = topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            seek(consumer, partitions, position);
            read(consumer, topic.topicId().toString(), partitions);
        }
    }

    private void read(Consumer<Object, Object> consumer, String topicId, List<TopicPartition> partitions)
            throws IOException {
        var ends = consumer.endOffsets(partitions);
        var read = 0L;
        var kept = 0L;
        var refreshed = 0L;
        var committedAt = System.nanoTime();
        while (running) {
            read += keep(consumer.poll(POLL));
            var atEnd = caughtUp
                    || ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            if (read > refreshed && (atEnd || index.isWhole() || read - refreshed >= REFRESHED_AT_ONCE)) {
                index.get().refresh();
                refreshed = read;
            }
            if (atEnd && !caughtUp) {
                index.caughtUp();
                caughtUp = true;
                LOG.info("Caught up with the directory: {} entries read", read);
            }
            if (read > kept && System.nanoTime() - committedAt > commitEvery().toNanos()) {
                index.get().commit(position(topicId, consumer, partitions));
                kept = read;
                committedAt = System.nanoTime();
            }
        }
        index.get().commit(position(topicId, consumer, partitions));
    }

    /** Partitions beside each other; what has one key is in one partition, and stays in its order. */
    private int keep(ConsumerRecords<Object, Object> records) throws IOException {
        try {
            records.partitions().parallelStream()
                    .forEach(partition -> records.records(partition).forEach(this::keep));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return records.count();
    }

    private void keep(ConsumerRecord<Object, Object> polled) {
        var key = String.valueOf(polled.key());
        try {
            if (polled.value() instanceof ReceivedEvent<?> received
                    && received.event() instanceof DirectoryEntryChanged entry) {
                index.get().keep(entry, received.sequence());
                leftOut.remove(key);
            } else if (polled.value() == null) {
                index.get().forget(key);
                leftOut.remove(key);
            } else {
                leftOut.put(key, new LeftOut(polled.partition(), polled.offset()));
                LOG.error("Unreadable record {}-{}@{} left out", polled.topic(), polled.partition(), polled.offset());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TopicDescription describe() throws InterruptedException, ExecutionException {
        try (var client = Admin.create(admin.getConfigurationProperties())) {
            var topics = client.describeTopics(List.of(DirectoryEntryChanged.TOPIC));
            return Objects.requireNonNull(topics.allTopicNames().get().get(DirectoryEntryChanged.TOPIC));
        }
    }

    private static void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Position position) {
        for (var partition : partitions) {
            var offset = position.offsets().get(partition.partition());
            if (offset == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        }
    }

    private Duration commitEvery() {
        return index.isWhole() ? settings.commitEvery() : FILLING_COMMITS_EVERY;
    }

    private Position position(String topicId, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        return new Position(topicId, offsets(consumer, partitions), index.isWhole());
    }

    /** Where to read on: not after a record that was left out, a newer version of this service may read it. */
    private Map<Integer, Long> offsets(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        var offsets = new HashMap<Integer, Long>();
        partitions.forEach(partition -> offsets.put(partition.partition(), consumer.position(partition)));
        leftOut.values().forEach(left -> offsets.merge(left.partition(), left.offset(), Math::min));
        return offsets;
    }

    private void rebuild() {
        try {
            index.rebuild();
        } catch (IOException e) {
            LOG.error("The index folder cannot be used; trying again", e);
            pause();
        }
    }

    private void pause() {
        try {
            if (stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Stopping");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
