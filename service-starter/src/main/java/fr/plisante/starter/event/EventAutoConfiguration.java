package fr.plisante.starter.event;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What our events need beside Boot's own configuration of Kafka ({@code spring.kafka.*}): the outbox, the form of events,
 * dead letters for what is no event, and what a listener does with an event that it cannot carry out.
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

    @Bean
    ParkedEvents parkedEvents(MongoDatabase database, Clock clock) {
        return new ParkedEvents(database, clock);
    }

    @Bean
    Parking parking(ParkedEvents events, @Value("${plisante.parking.most-a-minute}") int mostAMinute, Clock clock) {
        return new Parking(events, mostAMinute, clock);
    }

    @Bean
    @ConditionalOnAvailableEndpoint
    ParkedEndpoint parkedEndpoint(ParkedEvents events, KafkaListenerEndpointRegistry listeners) {
        return new ParkedEndpoint(events, new Replay(listeners));
    }

    @Bean
    MeterBinder parkedGauge(ParkedEvents events) {
        return meters -> Gauge.builder("plisante.parked", events, ParkedEvents::count)
                .description("Events that wait for an operator")
                .register(meters);
    }

    /** An outage is waited for without end: what is missing comes back. Whatever else an event fails of is its own. */
    @Bean
    DefaultErrorHandler listenerErrors(Parking parking) {
        var outage = new ExponentialBackOff(1_000, 2);
        outage.setMaxInterval(30_000);
        var few = new ExponentialBackOff(200, 2);
        few.setMaxAttempts(Parking.TRIES - 1);
        var handler = new DefaultErrorHandler(parking, outage);
        handler.setBackOffFunction((record, failure) -> Outage.isOne(failure) ? outage : few);
        handler.setClassifications(Map.of(), true);
        handler.setRetryListeners(new FailedAttempts());
        return handler;
    }

    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> batchesTakenApart(
            Parking parking) {
        return container -> {
            var properties = container.getContainerProperties();
            if (properties.getMessageListener()
                    instanceof BatchAcknowledgingConsumerAwareMessageListener<?, ?> batches) {
                @SuppressWarnings("unchecked") // Every listener of ours listens to whatever our deserializer makes.
                var listener = (BatchAcknowledgingConsumerAwareMessageListener<Object, Object>) batches;
                properties.setMessageListener(new TakenApart(listener, parking));
            }
        };
    }

    @Bean
    RecordInterceptor<Object, Object> inOrder(Parking parking) {
        return new RecordInterceptor<>() {

            @Override
            public @Nullable ConsumerRecord<Object, Object> intercept(
                    ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
                return parking.waitsBehind(record) ? null : record;
            }

            @Override
            public void success(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
                parking.carriedOut(record);
            }
        };
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
