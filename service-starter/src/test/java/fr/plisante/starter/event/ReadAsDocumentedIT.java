package fr.plisante.starter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.plisante.events.Contract;
import fr.plisante.events.Event;
import fr.plisante.events.auth.OneTimeCodeIssued;
import fr.plisante.events.auth.SignInRefused;
import fr.plisante.events.auth.SignedIn;
import fr.plisante.events.mailbox.AttachmentDownloaded;
import fr.plisante.events.mailbox.EnvelopeDelivered;
import fr.plisante.events.mailbox.EnvelopeOpened;
import fr.plisante.events.mailbox.EnvelopeRefused;
import fr.plisante.events.mailbox.EnvelopeSent;
import fr.plisante.events.notification.NoticeDelivered;
import fr.plisante.events.notification.NoticeFailed;
import fr.plisante.starter.Ids;
import fr.plisante.starter.event.Outgoing.PendingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** An integrator who follows {@code docs/events.md} to the letter misses nothing and takes nothing twice. */
@RunningStarter
class ReadAsDocumentedIT {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final int EVENTS = 1_000;

    @Autowired
    Outbox outbox;

    @Autowired
    EventFormat format;

    @Autowired
    Producer<String, byte[]> producer;

    @Value("${spring.kafka.bootstrap-servers}")
    String kafka;

    /** A few mailboxes and accounts, so that many events have one key. */
    private final List<UUID> few = List.of(Ids.next(), Ids.next(), Ids.next());

    private final Random random = new Random(1);

    @Test
    void losesNoneOfAThousandMixedEventsAndTakesNoneTwice() {
        var stories = new ArrayList<List<PendingEvent>>();
        while (count(stories) < EVENTS) {
            stories.add(envelope());
            stories.add(entry());
            stories.add(signIn());
            stories.add(notice());
        }
        var published = new HashSet<String>();
        stories.forEach(story -> story.forEach(event -> published.add(event.id().toString())));

        mixed(stories).forEach(event -> producer.send(format.record(event)));
        producer.flush();

        var taken = read(published);
        assertThat(taken).hasSizeGreaterThanOrEqualTo(EVENTS).doesNotHaveDuplicates();
        assertThat(Set.copyOf(taken)).isEqualTo(published);
    }

    /** An envelope of which two recipients' mailboxes are closed: two refusals of one version. */
    private List<PendingEvent> envelope() {
        var id = Ids.next();
        return List.of(
                pending(1, new EnvelopeSent(id, any(), "oc", null, "a@b", "A", "<m>", List.of(), 1, 0, NOW)),
                pending(2, new EnvelopeRefused(id, any(), "oc", null, few.get(0), "c@d", "MAILBOX_CLOSED", NOW)),
                pending(2, new EnvelopeRefused(id, any(), "oc", null, few.get(1), "e@f", "MAILBOX_CLOSED", NOW)));
    }

    private List<PendingEvent> entry() {
        var id = Ids.next();
        var mailbox = any();
        var entry = "received:" + id;
        return List.of(
                pending(
                        1,
                        new EnvelopeDelivered(
                                id, mailbox, "oc", null, entry, "c@d", any(), "a@b", "A", 1, 2, NOW, NOW)),
                pending(2, new EnvelopeOpened(id, mailbox, "oc", null, entry, any(), NOW)),
                pending(4, new AttachmentDownloaded(id, mailbox, "oc", null, entry, any(), 1, NOW)),
                pending(5, new AttachmentDownloaded(id, mailbox, "oc", null, entry, any(), 2, NOW)));
    }

    private List<PendingEvent> signIn() {
        var id = Ids.next().toString();
        var account = any();
        return List.of(
                pending(1, new OneTimeCodeIssued(id, account, "oc", "a@b", "fr", "Europe/Paris", "x", NOW, NOW)),
                pending(2, new SignInRefused(account, "oc", id, "WRONG", NOW)),
                pending(3, new SignInRefused(account, "oc", id, "WRONG", NOW)),
                pending(4, new SignedIn(account, "oc", id, 2, NOW)));
    }

    private List<PendingEvent> notice() {
        var id = Ids.next();
        var account = any();
        return List.of(
                pending(1, new NoticeFailed(id, "WELCOME", Ids.next(), account, "oc", "EMAIL", "5.1.1", NOW)),
                pending(3, new NoticeDelivered(id, "WELCOME", Ids.next(), account, "oc", "EMAIL", "<m>", NOW)));
    }

    private PendingEvent pending(long version, Event event) {
        return outbox.pending(event, version, Origin.service("test"));
    }

    private UUID any() {
        return few.get(random.nextInt(few.size()));
    }

    private static int count(List<List<PendingEvent>> stories) {
        return stories.stream().mapToInt(List::size).sum();
    }

    /** The stories told at once, each in its order; every fourth time one is told once more from its beginning. */
    private List<PendingEvent> mixed(List<List<PendingEvent>> stories) {
        var mixed = new ArrayList<PendingEvent>();
        var told = new HashMap<Integer, Integer>();
        while (told.size() < stories.size() || mixed.size() < 2 * EVENTS) {
            var i = random.nextInt(stories.size());
            var story = stories.get(i);
            var next = told.merge(i, 1, Integer::sum);
            mixed.addAll(next <= story.size() ? story.subList(next - 1, next) : story);
        }
        for (var i = 0; i < stories.size(); i++) {
            mixed.addAll(stories.get(i));
        }
        return mixed;
    }

    /** Reads as the page says: of each topic and subject, only what has a higher sequence than was seen. */
    private List<String> read(Set<String> published) {
        var highest = new HashMap<String, Long>();
        var taken = new ArrayList<String>();
        var last = new HashSet<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        "reader-" + Ids.next(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(Contract.FAMILIES.stream()
                    .flatMap(Contract::events)
                    .map(Contract::topic)
                    .toList());
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                var records = consumer.poll(Duration.ofMillis(500));
                for (var found : records) {
                    var id = header(found, "ce_id");
                    if (published.contains(id)) {
                        last.add(id);
                        var subject = found.topic() + " " + header(found, "ce_subject");
                        var sequence = Long.parseLong(header(found, "ce_sequence"));
                        if (sequence > highest.getOrDefault(subject, 0L)) {
                            highest.put(subject, sequence);
                            taken.add(id);
                        }
                    }
                }
                return records.isEmpty() && last.size() == published.size();
            });
        }
        return taken;
    }

    private static String header(ConsumerRecord<?, ?> found, String name) {
        var header = found.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
