package fr.plisante.starter.event;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;
import org.springframework.util.backoff.ExponentialBackOff;

/** What stands between Kafka and our listeners: reading, dead letters, order, outages, and parking. */
@Configuration(proxyBeanMethods = false)
class ListenerConfiguration {

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
        var untilThereIsRoom = new ExponentialBackOff(1_000, 2);
        untilThereIsRoom.setMaxInterval(30_000);
        untilThereIsRoom.setMaxElapsedTime(60_000);
        var handler = new DefaultErrorHandler(parking, outage);
        handler.setBackOffFunction(
                (record, failure) -> Outage.isOne(failure) ? outage : parking.isFull() ? untilThereIsRoom : few);
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
}
