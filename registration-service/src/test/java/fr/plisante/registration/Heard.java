package fr.plisante.registration;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events of one aggregate, as any reader of the topic sees them. */
public record Heard(long sequence, String actor, JsonNode data) {

    /** Waits until so many events with this key have been published; a repeat counts once, by its id, as for any reader. */
    public static List<Heard> of(String topic, String key, int number) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", System.getProperty("PLISANTE_KAFKA_BOOTSTRAP_SERVERS"),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        var heard = new ArrayList<Heard>();
        var known = new HashSet<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(letter -> {
                    if (key.equals(letter.key()) && known.add(header(letter, "ce_id"))) {
                        heard.add(new Heard(
                                Long.parseLong(header(letter, "ce_sequence")),
                                header(letter, "ce_actor"),
                                JsonMapper.shared().readTree(letter.value())));
                    }
                });
                return heard.size() >= number;
            });
        }
        return heard;
    }

    private static String header(org.apache.kafka.clients.consumer.ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
