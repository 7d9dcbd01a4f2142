package fr.plisante.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.node.ObjectNode;

/**
 * How long one and two instances of directory-service need, from nothing, for a topic with as many entries as a country has, and
 * what they answer meanwhile; then the same for one that was killed when it was ready. Ends with 1 when half an index was
 * searched or an entry is not found.
 */
final class Directory {

    private static final String TOPIC = "plisante.directory.directory-entry-changed.v1";
    private static final List<String> INSTANCES = List.of("directory-service", "directory-service-2");
    private static final Duration PATIENCE = Duration.ofMinutes(9);

    private final Stage stage;
    private final Correspondent person;
    private final AtomicBoolean searching = new AtomicBoolean(true);
    private final LongAdder faults = new LongAdder();

    private Directory(Stage stage) {
        this.stage = stage;
        this.person = stage.correspondents(1).getFirst();
    }

    public static void main(String[] arguments) {
        int entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500_000;
        try (var stage = Stage.open("directory-" + Instant.now().getEpochSecond())) {
            if (new Directory(stage).run(entries) > 0) {
                System.exit(1);
            }
        }
    }

    private long run(int entries) {
        var platform = stage.platform();
        platform.kill9("directory-service");
        publish(entries);
        Stage.say("%d entries on the topic".formatted(entries));
        var one = List.of("directory-service");
        one.forEach(this::forgetIndex);
        ready("one from nothing", one);
        platform.kill9("directory-service");
        INSTANCES.forEach(this::forgetIndex);
        ready("two at once from nothing", INSTANCES);
        platform.kill9("directory-service");
        ready("after kill -9, from its last commit", one);
        Stage.say(faults.sum() == 0 ? "Nothing was missed." : "FAULTS: " + faults);
        return faults.sum();
    }

    private void ready(String what, List<String> instances) {
        var began = Instant.now();
        searching.set(true);
        var answers = new ConcurrentSkipListMap<String, LongAdder>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var searches = instances.stream()
                    .map(instance -> threads.submit(() -> search(instance, answers)))
                    .toList();
            var starts = instances.stream()
                    .map(instance -> threads.submit(() -> stage.platform().start(instance)))
                    .toList();
            Stage.await(PATIENCE, () -> starts.stream().allMatch(start -> start.isDone()));
            var took = Duration.between(began, Instant.now());
            searching.set(false);
            starts.forEach(start -> start.resultNow());
            searches.forEach(search -> Stage.await(PATIENCE, search::isDone));
            Stage.say("%s: ready after %.1f s; searches meanwhile %s; resident %s"
                    .formatted(
                            what,
                            took.toMillis() / 1000.0,
                            answers,
                            stage.platform().running().stream()
                                    .filter(process -> process.name().startsWith("directory-service"))
                                    .map(process -> (process.residentBytes() >> 20) + " MB")
                                    .toList()));
        }
    }

    /** Asks for the last entry: found, or told to come back; never told that there is none. */
    private void search(String instance, Map<String, LongAdder> answers) {
        while (searching.get()) {
            String answer;
            try {
                var found = person.get(stage.platform().url(instance), "/api/directory/entries?q=derniere");
                answer = Integer.toString(found.statusCode());
                if (found.statusCode() == 200 && !found.body().contains("Derniere")) {
                    answer = "200 without it";
                    faults.increment();
                }
            } catch (Calls.NoAnswer _) {
                answer = "none";
            }
            answers.computeIfAbsent(answer, _ -> new LongAdder()).increment();
            Stage.pause(500);
        }
    }

    /** Entries like one of the samples, with ids, names and addresses of their own. */
    private void publish(int entries) {
        var like = anEntry();
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka(), ProducerConfig.LINGER_MS_CONFIG, 20);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var state = (ObjectNode) Correspondent.JSON.readTree(like.value());
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (int i = 0; i < entries; i++) {
                var id = UUID.nameUUIDFromBytes(("entry " + i).getBytes(StandardCharsets.UTF_8));
                state.put("entryId", id.toString());
                state.put("name", i == entries - 1 ? "Derniere" : "Nom" + Integer.toString(i % 40_000, 36));
                state.put("givenName", "Prenom" + Integer.toString(i % 977, 36));
                state.put("address", "p" + i + "@annuaire.oc.mssante.example");
                var record = new ProducerRecord<>(
                        TOPIC,
                        null,
                        id.toString().getBytes(StandardCharsets.UTF_8),
                        Correspondent.JSON.writeValueAsBytes(state),
                        like.headers());
                sent.add(producer.send(record));
                if (sent.size() == 10_000 || i == entries - 1) {
                    for (var one : sent) {
                        one.get();
                    }
                    sent.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take an entry", e);
        }
    }

    private ConsumerRecord<byte[], byte[]> anEntry() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka(), ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList());
            var read = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            Stage.await(PATIENCE, () -> {
                consumer.poll(Duration.ofSeconds(1)).forEach(read::add);
                return read.stream().anyMatch(Directory::isPerson);
            });
            return read.stream().filter(Directory::isPerson).findFirst().orElseThrow();
        }
    }

    private static boolean isPerson(ConsumerRecord<byte[], byte[]> entry) {
        return entry.value() != null && new String(entry.value(), StandardCharsets.UTF_8).contains("\"listed\":true");
    }

    private String kafka() {
        return "127.0.0.1:" + stage.platform().layout().port("kafka");
    }

    private void forgetIndex(String instance) {
        var folder = stage.data().resolve(instance + "-index");
        try (var files = Files.exists(folder) ? Files.walk(folder) : Stream.<Path>empty()) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
