package fr.plisante.starter.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import fr.plisante.starter.store.Documents;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Events that could not be carried out, each as it came, until an operator replays or discards them. */
final class ParkedEvents {

    private static final Bson PARKED = Filters.eq("state", State.PARKED);

    private final MongoCollection<Parked> parked;
    private final Clock clock;

    ParkedEvents(MongoDatabase database, Clock clock) {
        this.parked = database.getCollection("parked", Parked.class);
        this.clock = clock;
        parked.createIndex(Indexes.ascending("state", "parkedAt"));
    }

    /** What became of it. */
    public enum State {
        PARKED,
        /** An operator had it carried out. */
        REPLAYED,
        /** An operator gave it up. */
        DISCARDED,
        /** A newer state of the same key was carried out. */
        SUPERSEDED,
        /** Written by a newer version. */
        UNKNOWN
    }

    /**
     * An event that a group could not carry out.
     *
     * @param id group and place, so that the same record is parked once
     * @param eventId the same for an event that is said once more; absent in what an older version parked
     * @param headers as they came; absent once it is settled
     * @param data as it came; null for a tombstone, and once it is settled
     * @param attempts how often it was tried, replays included
     * @param settledBy the operator, or nobody when a newer state took its place
     * @param because the operator's reason to discard it
     */
    public record Parked(
            @BsonId String id,
            String group,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String eventId,
            @Nullable List<Header> headers,
            @Nullable Binary data,
            State state,
            String reason,
            int attempts,
            Instant parkedAt,
            @Nullable Instant settledAt,
            @Nullable String settledBy,
            @Nullable String because) {

        /** The record, to be listened to once more. */
        ConsumerRecord<Object, Object> again() {
            var came = new RecordHeaders();
            Objects.requireNonNull(headers)
                    .forEach(header -> came.add(header.name(), header.value().getData()));
            var value = data == null ? null : new EventDeserializer().deserialize(topic, came, data.getData());
            return new ConsumerRecord<>(
                    topic,
                    partition,
                    offset,
                    parkedAt.toEpochMilli(),
                    TimestampType.NO_TIMESTAMP_TYPE,
                    ConsumerRecord.NULL_SIZE,
                    ConsumerRecord.NULL_SIZE,
                    key,
                    value,
                    came,
                    Optional.empty());
        }
    }

    /** A header of the record. */
    public record Header(String name, Binary value) {}

    /** Keeps a record; the same one again changes nothing. */
    void add(String group, ConsumerRecord<?, ?> came, String reason, int attempts) {
        var headers = StreamSupport.stream(came.headers().spliterator(), false)
                .filter(header -> !header.key().equals(EventDeserializer.DATA) && header.value() != null)
                .map(header -> new Header(header.key(), new Binary(header.value())))
                .toList();
        var data = came.headers().lastHeader(EventDeserializer.DATA);
        Documents.insertUnlessThere(
                parked,
                new Parked(
                        String.join(":", group, came.topic(), came.partition() + "@" + came.offset()),
                        group,
                        came.topic(),
                        came.partition(),
                        came.offset(),
                        came.key() == null ? null : came.key().toString(),
                        eventId(came),
                        headers,
                        data == null ? null : new Binary(data.value()),
                        State.PARKED,
                        reason,
                        attempts,
                        clock.instant(),
                        null,
                        null,
                        null));
    }

    static @Nullable String eventId(ConsumerRecord<?, ?> came) {
        var id = came.headers().lastHeader("ce_id");
        return id == null ? null : new String(id.value(), StandardCharsets.UTF_8);
    }

    /** Whether an operator gave this very event up: then it is not parked when it is said again. */
    boolean isDiscarded(String group, ConsumerRecord<?, ?> came) {
        return parked.find(Filters.and(
                                Filters.eq("state", State.DISCARDED),
                                Filters.eq("group", group),
                                Filters.eq("eventId", eventId(came))))
                        .projection(Projections.exclude("headers", "data"))
                        .first()
                != null;
    }

    /** Those that wait for an operator, the oldest first, without headers and data. */
    List<Parked> waiting(int limit) {
        return parked.find(PARKED)
                .sort(Sorts.ascending("parkedAt"))
                .limit(limit)
                .projection(Projections.exclude("headers", "data"))
                .into(new ArrayList<>());
    }

    /** One of the same key that came before and waits, too; none when each carries the whole state. */
    Optional<Parked> before(Parked one) {
        if (Parking.isState(one.topic())) {
            return Optional.empty();
        }
        return Optional.ofNullable(parked.find(Filters.and(
                        PARKED,
                        Filters.eq("group", one.group()),
                        Filters.eq("topic", one.topic()),
                        Filters.eq("key", one.key()),
                        Filters.lt("offset", one.offset())))
                .sort(Sorts.ascending("parkedAt"))
                .first());
    }

    /** How many wait, at most a thousand. */
    long count() {
        return parked.countDocuments(PARKED, new CountOptions().limit(1_000));
    }

    /** One that waits. */
    Optional<Parked> find(String id) {
        return Optional.ofNullable(
                parked.find(Filters.and(Filters.eq("_id", id), PARKED)).first());
    }

    /** Notes that a replay failed too. */
    void failedAgain(Parked waiting, String reason) {
        parked.updateOne(
                Filters.eq("_id", waiting.id()),
                Updates.combine(Updates.inc("attempts", 1), Updates.set("reason", reason)));
    }

    /** Nobody need look at it any more, so what it says goes. */
    void settle(Parked waiting, State state, @Nullable String by, @Nullable String because) {
        parked.updateOne(
                Filters.and(Filters.eq("_id", waiting.id()), PARKED),
                Updates.combine(
                        Updates.set("state", state),
                        Updates.set("settledAt", clock.instant()),
                        Updates.set("settledBy", by),
                        Updates.set("because", because),
                        Updates.unset("headers"),
                        Updates.unset("data")));
    }
}
