package fr.plisante.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@RealComponents
class RealComponentsIT {

    @Test
    void givesAStoreThatKeepsWhatIsWritten() {
        try (var client = MongoClients.create(System.getProperty("PLISANTE_MONGODB_URI"))) {
            var letters = client.getDatabase("try").getCollection("letters");
            letters.insertOne(new Document("_id", "1").append("object", "Été"));

            assertThat(letters.find(new Document("object", "Été")).first()).isNotNull();
        }
    }

    @Test
    void givesAKafkaThatCarriesARecord() throws Exception {
        Map<String, Object> address =
                Map.of("bootstrap.servers", System.getProperty("PLISANTE_KAFKA_BOOTSTRAP_SERVERS"));
        try (var admin = Admin.create(address)) {
            admin.createTopics(List.of(new NewTopic("try", 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
        try (var producer = new KafkaProducer<>(address, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("try", "key", "value")).get(30, TimeUnit.SECONDS);
        }

        Map<String, Object> reading = Map.of(
                "bootstrap.servers",
                address.get("bootstrap.servers"),
                "group.id",
                "try",
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("try"));
            assertThat(consumer.poll(Duration.ofSeconds(30))).hasSize(1);
        }
    }

    @Test
    void startsOnceForAllClasses() {
        assertThat(TestComponents.start()).isSameAs(TestComponents.start());
    }
}
