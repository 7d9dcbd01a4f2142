package fr.plisante.starter.store;

import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Enums by name. A constant that only a newer version knows is read as the enum's {@code UNKNOWN}, which is never
 * written: it would erase the original.
 */
final class UnknownEnums implements CodecProvider {

    private static final String UNKNOWN = "UNKNOWN";

    static boolean isUnknown(@Nullable Object value) {
        return value instanceof Enum<?> constant && UNKNOWN.equals(constant.name());
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        return Enum.class.isAssignableFrom(type) && type != Enum.class ? new ByName(type) : null;
    }

    private record ByName<E extends Enum<E>>(Class<E> type) implements Codec<E> {

        @Override
        public E decode(BsonReader reader, DecoderContext context) {
            var name = reader.readString();
            E unknown = null;
            for (var constant : type.getEnumConstants()) {
                if (constant.name().equals(name)) {
                    return constant;
                }
                if (isUnknown(constant)) {
                    unknown = constant;
                }
            }
            if (unknown == null) {
                throw new CodecConfigurationException(type.getSimpleName() + " has no " + name + " and no UNKNOWN");
            }
            return unknown;
        }

        @Override
        public void encode(BsonWriter writer, E value, EncoderContext context) {
            if (isUnknown(value)) {
                throw new CodecConfigurationException(
                        type.getSimpleName() + " UNKNOWN stands for a value that only a newer version knows");
            }
            writer.writeString(value.name());
        }

        @Override
        public Class<E> getEncoderClass() {
            return type;
        }
    }
}
