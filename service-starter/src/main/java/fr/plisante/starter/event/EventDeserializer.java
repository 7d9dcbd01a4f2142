package fr.plisante.starter.event;

import fr.plisante.events.Contract;
import fr.plisante.events.EventJson;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads a record that is a CloudEvent of the contract; says in words why another one is none. */
final class EventDeserializer implements Deserializer<Object> {

    /** A header, never sent, that keeps the bytes at hand until the record is done with. */
    static final String DATA = "plisante-data";

    @Override
    public Object deserialize(String topic, byte[] data) {
        throw new SerializationException("The record has no headers");
    }

    @Override
    public ReceivedEvent<?> deserialize(String topic, Headers headers, byte[] data) {
        CloudEvent read = KafkaMessageFactory.createReader(headers, data).toEvent();
        var event = EventJson.MAPPER.readValue(data, Contract.type(topic));
        if (event == null) {
            throw new SerializationException("The data is null");
        }
        var onBehalfOf = text(read, EventFormat.ON_BEHALF_OF);
        var received = new ReceivedEvent<>(
                required("id", read.getId(), UUID::fromString),
                required("time", read.getTime(), Function.identity()).toInstant(),
                required("subject", read.getSubject(), Function.identity()),
                required("sequence", text(read, EventFormat.SEQUENCE), Long::valueOf),
                new Origin(
                        required("actor", text(read, EventFormat.ACTOR), Function.identity()),
                        onBehalfOf == null ? null : UUID.fromString(onBehalfOf),
                        required("acr", text(read, EventFormat.ACR), Integer::valueOf)),
                event);
        // Only now: a dead letter goes as it came.
        headers.add(DATA, data);
        return received;
    }

    private static <T, R> R required(String attribute, @Nullable T value, Function<T, R> read) {
        if (value == null) {
            throw new SerializationException("The header ce_" + attribute + " is missing");
        }
        try {
            return read.apply(value);
        } catch (IllegalArgumentException e) {
            throw new SerializationException("The header ce_" + attribute + " cannot be read: " + value, e);
        }
    }

    private static @Nullable String text(CloudEvent event, String extension) {
        var value = event.getExtension(extension);
        return value == null ? null : value.toString();
    }
}
