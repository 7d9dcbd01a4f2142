package fr.plisante.starter.event;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** Kafka as every service uses it: durable producer, listeners that retry for ever, dead letters for the unreadable. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
        afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass({KafkaTemplate.class, com.mongodb.client.MongoClient.class})
@EnableKafka
class EventAutoConfiguration {

    @Bean
    EventFormat eventFormat(JsonMapper json, @Value("${spring.application.name}") String application) {
        return new EventFormat(json, application);
    }

    @Bean(destroyMethod = "close")
    Producer<String, byte[]> eventProducer(KafkaProperties kafka) {
        var settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Bean
    Outbox outbox(
            EventFormat format,
            Producer<String, byte[]> producer,
            @Value("${plisante.outbox.sweep}") Duration sweep,
            Clock clock) {
        return new Outbox(format, producer, sweep, clock);
    }

    @Bean
    DefaultKafkaConsumerFactory<Object, Object> eventConsumers(KafkaProperties kafka, EventFormat format) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        var keys = new StringDeserializer();
        return new DefaultKafkaConsumerFactory<>(
                settings, () -> (topic, data) -> keys.deserialize(topic, data), () -> new Received(format));
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<Object, Object> kafkaListenerContainerFactory(
            DefaultKafkaConsumerFactory<Object, Object> consumers, Producer<String, byte[]> producer) {
        var factory = new ConcurrentKafkaListenerContainerFactory<Object, Object>();
        factory.setConsumerFactory(consumers);
        factory.setRecordFilterStrategy(new DeadLetters(producer));
        factory.setMissingTopicsFatal(false);
        factory.setContainerCustomizer(container -> {
            var threads = new SimpleAsyncTaskExecutor("kafka-");
            threads.setVirtualThreads(true);
            container.getContainerProperties().setListenerTaskExecutor(threads);
        });
        factory.setCommonErrorHandler(retryForEver());
        return factory;
    }

    /** An event that can be read is never given up: what it needs (a store, a neighbour) comes back. */
    private static DefaultErrorHandler retryForEver() {
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
                        .flatMap(name -> java.util.stream.Stream.of(
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
