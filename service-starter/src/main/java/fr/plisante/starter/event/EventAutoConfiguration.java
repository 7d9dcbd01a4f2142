package fr.plisante.starter.event;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What our events need beside Boot's own configuration of Kafka ({@code spring.kafka.*}): the outbox, the form of events,
 * listeners that retry for ever, dead letters for what is no event.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnClass({KafkaTemplate.class, MongoClient.class})
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
    DefaultKafkaConsumerFactory<Object, Object> eventConsumers(KafkaProperties kafka) {
        var consumers = new DefaultKafkaConsumerFactory<>(kafka.buildConsumerProperties());
        consumers.setValueDeserializerSupplier(() -> {
            var events = new ErrorHandlingDeserializer<>(new EventDeserializer());
            events.setFailedDeserializationFunction(failed -> failed);
            return events;
        });
        return consumers;
    }

    @Bean
    DeadLetters deadLetters(KafkaTemplate<?, ?> kafka) {
        return new DeadLetters(kafka);
    }

    /** An event that can be read is never given up: what it needs (a store, another service) comes back. */
    @Bean
    DefaultErrorHandler retryForEver() {
        var backOff = new ExponentialBackOff(1_000, 2);
        backOff.setMaxInterval(30_000);
        var handler = new DefaultErrorHandler(backOff);
        handler.setClassifications(Map.of(), true);
        handler.setRetryListeners(new FailedAttempts());
        return handler;
    }

    @Bean
    KafkaAdmin.NewTopics ownedTopics(
            ObjectProvider<OwnedTopics> owned,
            @Value("${plisante.topics.partitions}") int partitions,
            @Value("${plisante.topics.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(owned.stream()
                .flatMap(topics -> topics.names().stream()
                        .flatMap(name -> Stream.of(
                                TopicBuilder.name(name)
                                        .partitions(partitions)
                                        .replicas(replicas)
                                        .configs(topics.configs().getOrDefault(name, Map.of()))
                                        .build(),
                                TopicBuilder.name(name + "-dlt")
                                        .partitions(1)
                                        .replicas(replicas)
                                        .build())))
                .toArray(NewTopic[]::new));
    }
}
