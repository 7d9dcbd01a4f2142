package fr.plisante.auth;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events of one key, as any reader of the topic sees them. */
public record Heard(long sequence, String acr, JsonNode data) {

    /** Waits until so many events with this key have been published. */
    public static List<Heard> of(String topic, String key, int number) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", System.getProperty("PLISANTE_KAFKA_BOOTSTRAP_SERVERS"),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        // Delivery is at least once: the same id is the same event.
        var heard = new LinkedHashMap<String, Heard>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(letter -> {
                    if (key.equals(letter.key())) {
                        heard.putIfAbsent(
                                header(letter, "ce_id"),
                                new Heard(
                                        Long.parseLong(header(letter, "ce_sequence")),
                                        header(letter, "ce_acr"),
                                        JsonMapper.shared().readTree(letter.value())));
                    }
                });
                return heard.size() >= number;
            });
        }
        return List.copyOf(heard.values());
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
