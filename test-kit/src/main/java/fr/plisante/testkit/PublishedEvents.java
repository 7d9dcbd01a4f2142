package fr.plisante.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has been published, as any reader of a topic sees it. One consumer for each JVM reads each topic once, from its
 * beginning on, and questions are answered from memory.
 */
public final class PublishedEvents {

    private static final PublishedEvents ONLY = new PublishedEvents();

    private final KafkaConsumer<String, String> consumer;
    private final Set<String> topics = new HashSet<>();
    /** By topic and key; delivery is at least once, and the same id is the same event. What is no event is left out. */
    private final Map<String, Map<String, PublishedEvent>> read = new LinkedHashMap<>();

    private PublishedEvents() {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestComponents.start().kafkaBootstrapServers(),
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /** An event as it stands in its topic. */
    public record PublishedEvent(String id, String subject, long sequence, String actor, String acr, JsonNode data) {}

    /** Waits until so many events with this key have been published, and gives all there are. */
    public static List<PublishedEvent> of(String topic, String key, int number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> ONLY.poll(topic, key).size() >= number);
        return ONLY.poll(topic, key);
    }

    private synchronized List<PublishedEvent> poll(String topic, String key) {
        if (topics.add(topic)) {
            consumer.assign(topics.stream()
                    .flatMap(each -> consumer.partitionsFor(each).stream())
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList());
        }
        consumer.poll(Duration.ofMillis(50)).forEach(this::keep);
        return new ArrayList<>(read.getOrDefault(topic + "/" + key, Map.of()).values());
    }

    private void keep(ConsumerRecord<String, String> message) {
        if (message.value() == null || message.headers().lastHeader("ce_id") == null) {
            return;
        }
        read.computeIfAbsent(message.topic() + "/" + message.key(), _ -> new LinkedHashMap<>())
                .putIfAbsent(
                        header(message, "ce_id"),
                        new PublishedEvent(
                                header(message, "ce_id"),
                                header(message, "ce_subject"),
                                Long.parseLong(header(message, "ce_sequence")),
                                header(message, "ce_actor"),
                                header(message, "ce_acr"),
                                JsonMapper.shared().readTree(message.value())));
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
