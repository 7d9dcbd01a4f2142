package fr.plisante.starter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import fr.plisante.events.Contract;
import fr.plisante.events.mailbox.MailboxOpened;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.starter.Ids;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;

/** What a document says is published once it is written, by whom ever is left to do it. */
@RunningStarter
class OutboxIT {

    /** A document as services write them. */
    public record Thing(@BsonId UUID id, @Nullable String state, Outgoing outgoing) implements Publishing {

        static final String UNANSWERED = "unanswered";

        @Override
        public Document key() {
            return new Document("_id", id);
        }

        @Override
        public boolean forgetsPublished() {
            return !UNANSWERED.equals(state);
        }
    }

    @Autowired
    Outbox outbox;

    @Autowired
    MongoDatabase database;

    @Autowired
    Ears ears;

    MongoCollection<Thing> things;

    PublishingCollection<Thing> publishing;

    @BeforeEach
    void freshCollection() {
        things = database.getCollection("things-" + Ids.next(), Thing.class);
        publishing = outbox.publishing(things);
    }

    @Test
    void publishesRightAfterTheWriteAndEmptiesTheDocument() {
        var thing = thing(7);

        assertThat(publishing.insertUnlessThere(thing)).isTrue();

        await().untilAsserted(() -> assertThat(ears.heardOf(thing.id())).hasSize(1));
        var received = ears.heardOf(thing.id()).getFirst();
        assertThat(received.id())
                .isEqualTo(thing.outgoing().pending().getFirst().id());
        assertThat(received.sequence()).isEqualTo(7);
        assertThat(received.origin()).isEqualTo(new Origin("camille", thing.id(), 2));
        assertThat(received.event().address()).isEqualTo("é@mssante.example");
        await().untilAsserted(() -> assertThat(stored(thing).outgoing()).isEqualTo(Outgoing.none(7)));
    }

    @Test
    void publishesWhatACrashLeftBehind() {
        var thing = overdue(thing(1));
        things.insertOne(thing);

        await().untilAsserted(() -> assertThat(ears.heardOf(thing.id())).hasSize(1));
        await().untilAsserted(() -> assertThat(stored(thing).outgoing().due()).isNull());
    }

    @Test
    void saysAgainWhatNobodyActedUpon() {
        var id = Ids.next();
        var thing = new Thing(id, Thing.UNANSWERED, outbox.first(Origin.service("x"), opened(id)));
        publishing.insertUnlessThere(thing);

        await().untilAsserted(() -> assertThat(ears.heardOf(id)).hasSizeGreaterThan(2));

        assertThat(ears.heardOf(id).stream().map(ReceivedEvent::id).distinct()).hasSize(1);
        publishing.answerAll(List.of(new PublishingCollection.Answer<>(
                thing,
                Filters.eq("state", Thing.UNANSWERED),
                Updates.set("state", "answered"),
                List.of(outbox.pending(opened(id), 2, Origin.service("x"))))));
        await().untilAsserted(() -> assertThat(stored(thing).outgoing()).isEqualTo(Outgoing.none(2)));
        assertThat(ears.heardOf(id))
                .last()
                .satisfies(heard -> assertThat(heard.sequence()).isEqualTo(2));
    }

    @Test
    void answersOnceHoweverManyDo() {
        var thing = thing(1);
        publishing.insertUnlessThere(thing);
        var answer = new PublishingCollection.Answer<>(
                thing,
                Filters.eq("state", null),
                Updates.set("state", "answered"),
                List.of(outbox.pending(opened(thing.id()), 2, Origin.service("x"))));

        publishing.answerAll(List.of(answer));
        publishing.answerAll(List.of(answer));

        await().untilAsserted(() -> assertThat(stored(thing).outgoing()).isEqualTo(Outgoing.none(2)));
        assertThat(ears.heardOf(thing.id())).extracting(ReceivedEvent::sequence).containsExactly(1L, 2L);
    }

    @Test
    void letsADocumentThatCannotBeReadHoldUpNothingButItself() {
        var unreadable = new Document("_id", Ids.next().toString())
                .append(
                        "outgoing",
                        new Document("pending", "of another version").append("due", Date.from(Instant.EPOCH)));
        database.getCollection(things.getNamespace().getCollectionName()).insertOne(unreadable);
        var beside = overdue(thing(1));
        things.insertOne(beside);
        var laterCollection = database.getCollection("things-" + Ids.next(), Thing.class);
        outbox.publishing(laterCollection);
        var elsewhere = overdue(thing(1));
        laterCollection.insertOne(elsewhere);

        await().untilAsserted(() -> {
            assertThat(ears.heardOf(beside.id())).hasSize(1);
            assertThat(ears.heardOf(elsewhere.id())).hasSize(1);
        });
        var kept = things.withDocumentClass(Document.class)
                .findOneAndDelete(Filters.eq("_id", unreadable.getString("_id")));
        assertThat(kept).isNotNull();
        assertThat(kept.get("outgoing", Document.class).getString("pending")).isEqualTo("of another version");
    }

    @Test
    void leavesAloneWhatALaterWriteAdded() {
        var thing = thing(1);
        var first = thing.outgoing().pending();
        var later = outbox.at(2, Origin.service("later"), opened(thing.id())).pending();
        var due = Instant.parse("2099-01-01T00:00:00Z");
        var both = Stream.concat(first.stream(), later.stream()).toList();
        things.insertOne(new Thing(thing.id(), null, new Outgoing(2, both, due)));

        outbox.publish(things, thing);

        await().untilAsserted(() -> assertThat(stored(thing).outgoing()).isEqualTo(new Outgoing(2, later, due)));
    }

    @Test
    void changesSeveralTogetherAndLeavesOutWhatSomebodyElseChanged() {
        var first = thing(1);
        var second = thing(1);
        publishing.insertUnlessThere(List.of(first, second));
        await().untilAsserted(() -> assertThat(ears.heardOf(second.id())).hasSize(1));

        publishing.changeAll(List.of(closed(first), closed(second)));
        await().untilAsserted(() -> {
            assertThat(ears.heardOf(first.id()))
                    .extracting(ReceivedEvent::sequence)
                    .contains(2L);
            assertThat(ears.heardOf(second.id()))
                    .extracting(ReceivedEvent::sequence)
                    .contains(2L);
            assertThat(stored(first).outgoing()).isEqualTo(Outgoing.none(2));
        });

        var third = thing(1);
        publishing.insertUnlessThere(third);
        publishing.changeAll(List.of(closed(first), closed(third)));
        await().untilAsserted(() -> assertThat(ears.heardOf(third.id()))
                .extracting(ReceivedEvent::sequence)
                .contains(2L));
        assertThat(stored(first).outgoing().version()).isEqualTo(2);
    }

    private static PublishingCollection.Change<Thing> closed(Thing thing) {
        return new PublishingCollection.Change<>(
                thing,
                Filters.exists("state", false),
                Updates.set("state", "closed"),
                Origin.service("x"),
                List.of(opened(thing.id())));
    }

    @Test
    void writesAChangeAndItsEventsTogether() {
        var thing = thing(1);
        publishing.insertUnlessThere(thing);

        var changed = publishing.change(thing, Updates.set("state", "new"), Origin.service("x"), opened(thing.id()));

        assertThat(changed).get().satisfies(next -> {
            assertThat(next.state()).isEqualTo("new");
            assertThat(next.outgoing().version()).isEqualTo(2);
        });
        await().untilAsserted(() -> assertThat(ears.heardOf(thing.id()))
                .extracting(ReceivedEvent::sequence)
                .contains(1L, 2L));
        await().untilAsserted(() -> assertThat(stored(thing).outgoing()).isEqualTo(Outgoing.none(2)));
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        var thing = thing(1);
        publishing.insertUnlessThere(thing);
        publishing.change(thing, Updates.set("state", "first"), Origin.service("x"));

        assertThat(publishing.change(thing, Updates.set("state", "second"), Origin.service("x")))
                .isEmpty();
        assertThat(stored(thing).state()).isEqualTo("first");
    }

    @Test
    void keepsTheNewestStateInWhateverOrderTheyCome() {
        var id = Ids.next();
        assertThat(publishing.keepNewest(new Thing(id, "third", outbox.at(3, Origin.service("x"), opened(id)))))
                .isTrue();
        assertThat(publishing.keepNewest(new Thing(id, "second", outbox.at(2, Origin.service("x"), opened(id)))))
                .isFalse();
        assertThat(publishing.keepNewest(new Thing(id, "fourth", outbox.at(4, Origin.service("x"), opened(id)))))
                .isTrue();

        await().untilAsserted(() ->
                assertThat(ears.heardOf(id)).extracting(ReceivedEvent::sequence).contains(4L));
        assertThat(ears.heardOf(id)).extracting(ReceivedEvent::sequence).doesNotContain(2L);
        assertThat(things.find(Filters.eq("_id", id)).first())
                .extracting(Thing::state)
                .isEqualTo("fourth");
    }

    private Thing stored(Thing thing) {
        var stored = things.find(Filters.eq("_id", thing.id())).first();
        assertThat(stored).isNotNull();
        return stored;
    }

    private Thing thing(long version) {
        var id = Ids.next();
        return new Thing(id, null, outbox.at(version, new Origin("camille", id, 2), opened(id)));
    }

    private static Thing overdue(Thing thing) {
        var outgoing = thing.outgoing();
        return new Thing(thing.id(), null, new Outgoing(outgoing.version(), outgoing.pending(), Instant.EPOCH));
    }

    private static MailboxOpened opened(UUID id) {
        return new MailboxOpened(id, "oc", null, "PER", "é@mssante.example");
    }

    static class Ears {

        final List<ReceivedEvent<MailboxOpened>> heard = new CopyOnWriteArrayList<>();
        final Map<UUID, RuntimeException> failing = new ConcurrentHashMap<>();

        @KafkaListener(topics = MailboxOpened.TOPIC, groupId = "ears", batch = "true")
        void on(List<ReceivedEvent<MailboxOpened>> batch) {
            batch.forEach(received -> failIfTold(failing, received.event().mailboxId()));
            heard.addAll(batch);
        }

        List<ReceivedEvent<MailboxOpened>> heardOf(UUID mailboxId) {
            return heard.stream()
                    .filter(received -> received.event().mailboxId().equals(mailboxId))
                    .toList();
        }
    }

    /** Listens to single records, as followers of states do. */
    static class Followers {

        final List<String> followed = new CopyOnWriteArrayList<>();
        final List<UUID> forgotten = new CopyOnWriteArrayList<>();
        final Map<UUID, RuntimeException> failing = new ConcurrentHashMap<>();

        @KafkaListener(topics = AccountValidated.TOPIC, groupId = "followers")
        void on(
                @Payload(required = false) @Nullable ReceivedEvent<AccountValidated> received,
                @Header(KafkaHeaders.RECEIVED_KEY) UUID accountId) {
            failIfTold(failing, accountId);
            if (received == null) {
                forgotten.add(accountId);
            } else {
                followed.add(received.subject());
            }
        }
    }

    private static void failIfTold(Map<UUID, RuntimeException> failing, UUID id) {
        var failure = failing.get(id);
        if (failure != null) {
            throw failure;
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {

        @Bean
        OwnedTopics topics() {
            return new OwnedTopics(Contract.FAMILIES.stream()
                    .map(family -> OwnedTopics.of(family).configs())
                    .flatMap(configs -> configs.entrySet().stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        }

        @Bean
        Followers followers() {
            return new Followers();
        }

        @Bean
        Ears ears() {
            return new Ears();
        }
    }
}
