package fr.plisante.starter.store;

import java.util.UUID;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** UUIDs as strings: every MongoDB-compatible server sorts them alike, and a person can read them. */
final class UuidAsString implements Codec<UUID> {

    @Override
    public UUID decode(BsonReader reader, DecoderContext context) {
        return UUID.fromString(reader.readString());
    }

    @Override
    public void encode(BsonWriter writer, UUID value, EncoderContext context) {
        writer.writeString(value.toString());
    }

    @Override
    public Class<UUID> getEncoderClass() {
        return UUID.class;
    }
}
