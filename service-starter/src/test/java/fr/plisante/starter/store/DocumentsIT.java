package fr.plisante.starter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import fr.plisante.starter.Ids;
import fr.plisante.testkit.RealComponents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

/** What is written keeps what a newer version of a service has written beside it. */
@RealComponents
@SpringBootTest(
        classes = DocumentsIT.Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"spring.application.name=try-service", "spring.mongodb.database=documents"})
class DocumentsIT {

    /** A document as services write them. */
    public record Thing(
            @BsonId String id,
            long sequence,
            @Nullable String unique,
            @Nullable State state,
            @Nullable Place place,
            @Nullable Lease lease) {}

    /** A nested value. */
    public record Place(@Nullable String city, @Nullable String street) {}

    /** How far a thing has come. */
    public enum State {
        OLD,
        NEW,
        UNKNOWN
    }

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Autowired
    MongoDatabase database;

    MongoCollection<Thing> things;

    @BeforeEach
    void freshCollection() {
        things = database.getCollection("things-" + Ids.next(), Thing.class);
        things.createIndex(Indexes.ascending("unique"), new IndexOptions().unique(true));
    }

    @Test
    void insertsUnlessThere() {
        assertThat(Documents.insertUnlessThere(things, thing("a", 1, "x"))).isTrue();
        assertThat(Documents.insertUnlessThere(things, thing("a", 2, "y"))).isFalse();
        assertThat(Documents.insertUnlessThere(things, thing("b", 1, "x"))).isFalse();
        assertThat(Documents.insertUnlessThere(
                        things, List.of(thing("c", 1, "c"), thing("a", 1, "a"), thing("d", 1, "d"))))
                .extracting(Thing::id)
                .containsExactly("c", "d");
        assertThat(things.countDocuments()).isEqualTo(3);
    }

    @Test
    void keepsTheNewestAndWhatItDoesNotKnow() {
        assertThat(keepNewest(2, State.OLD, new Place("Lyon", "rue A"))).isTrue();
        add("newer", "x");
        add("place.newer", "y");

        assertThat(keepNewest(1, State.NEW, null)).isFalse();
        assertThat(keepNewest(3, State.NEW, new Place("Metz", null))).isTrue();

        assertThat(raw())
                .isEqualTo(Document.parse(
                        "{_id: 'a', sequence: 3, state: 'NEW', place: {city: 'Metz', newer: 'y'}, newer: 'x'}"));
    }

    @Test
    void changesOnlyWhatDiffers() {
        things.insertOne(new Thing("a", 1, "u", State.OLD, new Place("Lyon", "rue A"), null));
        add("place.newer", "y");
        add("state", "CONSTANT_OF_LATER");
        var before = Documents.change(things, Filters.eq("_id", "a"), Updates.set("sequence", 2L))
                .orElseThrow();

        assertThat(before.state()).isEqualTo(State.UNKNOWN);
        var after = new Thing("a", 2, null, State.UNKNOWN, new Place("Metz", "rue A"), null);
        things.updateOne(Filters.eq("_id", "a"), Fields.changes(before, after));

        assertThat(raw())
                .isEqualTo(Document.parse("{_id: 'a', sequence: 2, state: 'CONSTANT_OF_LATER',"
                        + " place: {city: 'Metz', street: 'rue A', newer: 'y'}}"));
    }

    @Test
    void neverWritesUnknown() {
        assertThatThrownBy(() -> things.insertOne(new Thing("a", 1, null, State.UNKNOWN, null, null)))
                .isInstanceOf(CodecConfigurationException.class);
        keepNewest(1, State.OLD, null);
        keepNewest(2, State.UNKNOWN, null);
        assertThat(raw().getString("state")).isEqualTo("OLD");
    }

    @Test
    void leasesWorkToOneAtATime() {
        var leases = leasesAt(NOW);
        things.insertOne(new Thing("a", 1, null, null, null, Lease.dueAt(NOW)));
        things.insertOne(new Thing("b", 1, "b", null, null, Lease.dueAt(NOW.plusSeconds(1))));

        assertThat(leasesAt(NOW.plusSeconds(5)).oldestDue()).isEqualTo(Duration.ofSeconds(5));
        assertThat(leases.count()).isEqualTo(2);
        var first = lease(leases.claim(10));
        assertThat(leases.oldestDue()).isZero();
        assertThat(leases.claim(10)).isEmpty();

        var afterwards = leasesAt(NOW.plusSeconds(60));
        var second = lease(afterwards.claim(10).stream()
                .filter(thing -> thing.id().equals("a"))
                .toList());
        leases.postpone("a", first, NOW, "too late");
        leases.giveBack(Map.of("a", first));
        assertThat(lease()).isEqualTo(second);

        afterwards.postpone("a", second, NOW.plusSeconds(100), "not yet");
        assertThat(lease()).isEqualTo(new Lease(NOW.plusSeconds(100), 2, "not yet", second.claim()));
        afterwards.giveBack(Map.of("a", second));
        assertThat(lease().due()).isEqualTo(NOW.plusSeconds(60));

        things.updateOne(Filters.and(Filters.eq("_id", "a"), Leases.held(second)), Leases.settled(null));
        assertThat(lease()).isEqualTo(new Lease(null, 2, null, null));
        assertThat(leasesAt(NOW.plusSeconds(900)).claim(10))
                .extracting(Thing::id)
                .containsExactly("b");
    }

    @Test
    void sharesABacklogAmongManyWhoClaimAtOnce() throws Exception {
        var count = 300;
        things.insertMany(IntStream.range(0, count)
                .mapToObj(i -> new Thing("work-" + i, 1, "" + i, null, null, Lease.dueAt(NOW)))
                .toList());
        var claimed = new ConcurrentLinkedQueue<String>();
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) {
                instances.submit(() -> {
                    var leases = leasesAt(NOW);
                    while (claimed.size() < count) {
                        leases.claim(20).forEach(thing -> claimed.add(thing.id()));
                    }
                    return claimed.size();
                });
            }
        }

        assertThat(claimed).hasSize(count).doesNotHaveDuplicates();
    }

    private Leases<Thing> leasesAt(Instant now) {
        return new Leases<>(things, Clock.fixed(now, ZoneOffset.UTC), Duration.ofSeconds(60));
    }

    private Lease lease() {
        return lease(Optional.ofNullable(things.find(Filters.eq("_id", "a")).first()));
    }

    private static Lease lease(List<Thing> only) {
        assertThat(only).hasSize(1);
        return lease(Optional.of(only.getFirst()));
    }

    private static Lease lease(Optional<Thing> thing) {
        return thing.map(Thing::lease).orElseThrow();
    }

    private boolean keepNewest(long sequence, State state, @Nullable Place place) {
        return Documents.keepNewest(
                things,
                Filters.eq("_id", "a"),
                "sequence",
                sequence,
                new Thing("a", sequence, null, state, place, null));
    }

    private void add(String field, String value) {
        things.updateOne(Filters.eq("_id", "a"), Updates.set(field, value));
    }

    private Document raw() {
        var raw = things.withDocumentClass(Document.class)
                .find(Filters.eq("_id", "a"))
                .first();
        assertThat(raw).isNotNull();
        raw.put("sequence", raw.getLong("sequence").intValue());
        return raw;
    }

    private static Thing thing(String id, long sequence, String unique) {
        return new Thing(id, sequence, unique, State.OLD, null, null);
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {}
}
