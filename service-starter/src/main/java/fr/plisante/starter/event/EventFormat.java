package fr.plisante.starter.event;

import fr.plisante.events.Contract;
import fr.plisante.events.Event;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The wire form: the CloudEvents 1.0 Kafka binding in binary mode ({@code ce_} headers), with JSON data. */
final class EventFormat {

    private static final String ACTOR = "actor";
    private static final String ON_BEHALF_OF = "onbehalfof";
    private static final String ACR = "acr";
    private static final String SEQUENCE = "sequence";

    private final JsonMapper json;
    private final URI source;

    EventFormat(JsonMapper json, String application) {
        this.json = json;
        this.source = URI.create("/plisante/" + application);
    }

    String data(Event event) {
        return json.writeValueAsString(event);
    }

    ProducerRecord<String, byte[]> record(PendingEvent pending) {
        var event = CloudEventBuilder.v1()
                .withId(pending.id().toString())
                .withSource(source)
                .withType("fr." + pending.topic())
                .withSubject(pending.key())
                .withTime(OffsetDateTime.ofInstant(pending.time(), ZoneOffset.UTC))
                .withExtension(SEQUENCE, Long.toString(pending.sequence()))
                .withExtension(ACTOR, pending.actor())
                .withExtension(ACR, pending.acr())
                .withDataContentType("application/json")
                .withData(pending.data().getBytes(StandardCharsets.UTF_8));
        if (pending.onBehalfOf() != null) {
            event.withExtension(ON_BEHALF_OF, pending.onBehalfOf().toString());
        }
        return KafkaMessageFactory.<String>createWriter(pending.topic(), pending.key())
                .writeBinary(event.build());
    }

    Said<?> said(String topic, Headers headers, byte[] data) {
        CloudEvent read = KafkaMessageFactory.createReader(headers, data).toEvent();
        var onBehalfOf = text(read, ON_BEHALF_OF);
        return new Said<>(
                UUID.fromString(read.getId()),
                Objects.requireNonNull(read.getTime(), "ce_time").toInstant(),
                Objects.requireNonNull(read.getSubject(), "ce_subject"),
                Long.parseLong(Objects.requireNonNull(text(read, SEQUENCE), "ce_sequence")),
                new Origin(
                        Objects.requireNonNull(text(read, ACTOR), "ce_actor"),
                        onBehalfOf == null ? null : UUID.fromString(onBehalfOf),
                        Integer.parseInt(Objects.requireNonNull(text(read, ACR), "ce_acr"))),
                json.readValue(data, Contract.type(topic)));
    }

    private static @Nullable String text(CloudEvent event, String extension) {
        var value = event.getExtension(extension);
        return value == null ? null : value.toString();
    }
}
