package fr.plisante.starter.event;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads a record; one that cannot be read becomes {@link Unreadable}, for the dead letters. */
final class Received implements Deserializer<Object> {

    /** A record that is no event of the contract. */
    record Unreadable(byte @Nullable [] data, String reason) {}

    private final EventFormat format;

    Received(EventFormat format) {
        this.format = format;
    }

    @Override
    public Object deserialize(String topic, byte[] data) {
        return new Unreadable(data, "a CloudEvent without its headers");
    }

    @Override
    public Object deserialize(String topic, Headers headers, byte @Nullable [] data) {
        if (data == null) {
            return new Unreadable(null, "an event without data");
        }
        try {
            return format.said(topic, headers, data);
        } catch (RuntimeException e) {
            return new Unreadable(data, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
