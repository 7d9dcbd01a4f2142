package fr.plisante.starter.event;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/**
 * What our events need beside Boot's own configuration of Kafka ({@code spring.kafka.*}): the outbox, the form of events,
 * dead letters for what is no event, and what a listener does with an event that it cannot carry out.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnClass({KafkaTemplate.class, MongoClient.class})
@Import(ListenerConfiguration.class)
class EventAutoConfiguration {

    @Bean
    EventFormat eventFormat(@Value("${spring.application.name}") String application) {
        return new EventFormat(application);
    }

    @Bean
    Producer<String, byte[]> eventProducer(ProducerFactory<String, byte[]> producers) {
        return producers.createProducer();
    }

    @Bean
    Outbox outbox(
            EventFormat format,
            ProducerFactory<String, byte[]> producers,
            @Value("${plisante.outbox.sweep}") Duration sweep,
            Clock clock) {
        return new Outbox(format, producers, sweep, clock);
    }

    @Bean
    TopicsAtStart ownedTopics(
            KafkaAdmin kafka,
            ObjectProvider<OwnedTopics> owned,
            @Value("${plisante.topics.partitions}") int partitions,
            @Value("${plisante.topics.replicas}") int replicas) {
        // With a lone leader that says "written", its disk would be all that has an event.
        var inSync = Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, replicas - 1)));
        var keptForEver = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
        var topics = owned.stream()
                .flatMap(family -> family.names().stream()
                        .flatMap(name -> Stream.of(
                                TopicBuilder.name(name)
                                        .partitions(partitions)
                                        .replicas(replicas)
                                        .configs(family.configs().getOrDefault(name, Map.of()))
                                        .configs(inSync)
                                        .build(),
                                TopicBuilder.name(name + "-dlt")
                                        .partitions(1)
                                        .replicas(replicas)
                                        .configs(keptForEver)
                                        .configs(inSync)
                                        .build())))
                .toList();
        return new TopicsAtStart(kafka, topics);
    }
}
