package fr.plisante.starter.event;

import fr.plisante.events.Event;
import fr.plisante.events.EventJson;
import fr.plisante.events.Forgotten;
import fr.plisante.starter.event.Outgoing.PendingEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes the wire form: the CloudEvents 1.0 Kafka binding in binary mode ({@code ce_} headers), with JSON data. */
final class EventFormat {

    static final String ACTOR = "actor";
    static final String ON_BEHALF_OF = "onbehalfof";
    static final String ACR = "acr";
    static final String SEQUENCE = "sequence";

    private final URI source;

    EventFormat(String application) {
        this.source = URI.create("/plisante/" + application);
    }

    @Nullable String data(Event event) {
        return event instanceof Forgotten ? null : EventJson.MAPPER.writeValueAsString(event);
    }

    ProducerRecord<String, byte[]> record(PendingEvent pending) {
        var event = CloudEventBuilder.v1()
                .withId(pending.id().toString())
                .withSource(source)
                .withType("fr." + pending.topic())
                .withSubject(pending.subject())
                .withTime(OffsetDateTime.ofInstant(pending.time(), ZoneOffset.UTC))
                .withExtension(SEQUENCE, Long.toString(pending.sequence()))
                .withExtension(ACTOR, pending.actor())
                .withExtension(ACR, pending.acr());
        if (pending.onBehalfOf() != null) {
            event.withExtension(ON_BEHALF_OF, pending.onBehalfOf().toString());
        }
        if (pending.data() != null) {
            event.withDataContentType("application/json")
                    .withData(pending.data().getBytes(StandardCharsets.UTF_8));
        }
        return KafkaMessageFactory.<String>createWriter(pending.topic(), pending.key())
                .writeBinary(event.build());
    }
}
