package fr.plisante.notification;

import static fr.plisante.testkit.OtherServices.message;
import static fr.plisante.testkit.OtherServices.publish;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import fr.plisante.events.auth.OneTimeCodeIssued;
import fr.plisante.events.mailbox.EnvelopeDelivered;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.testkit.OtherServices;
import fr.plisante.testkit.RealComponents;
import fr.plisante.testkit.SecondInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a notice costs the service in CPU, the store, Kafka and the sink left out; run by name alone:
 * {@code ./mvnw verify -pl notification-service -Dplisante.skipUnitTests=true -Dit.test=NoticeCost}.
 */
@RealComponents
class NoticeCost {

    private static final int PEOPLE = 200;
    private static final int A_SECOND = 130;

    @TempDir
    Path folder;

    private final Sink sink = new Sink();
    private final PasswordLinks links = new PasswordLinks();
    private final Set<Long> others =
            ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    private final List<UUID> mailboxes = new ArrayList<>();

    @Test
    void measure() throws Exception {
        sink.start();
        createTopics();
        var settings = new HashMap<>(Map.of(
                "PLISANTE_SMTP_PORT", Integer.toString(sink.port()),
                "PLISANTE_AUTH_URL", links.url(),
                "PLISANTE_NOTICES_PER_SECOND", "2000"));
        try (var instance = SecondInstance.start(NotificationApplication.class, settings, folder.resolve("log"))) {
            for (int person = 0; person < PEOPLE; person++) {
                var mailboxId = UUID.randomUUID();
                mailboxes.add(mailboxId);
                var accountId = UUID.randomUUID();
                links.create(accountId);
                publish(RunningService.account(accountId, mailboxId, "lea" + person + "@courriel.example"), 1);
            }
            notices(1500);
            for (int run = 1; run <= 2; run++) {
                var before = cpu();
                notices(1500);
                System.out.println("MEASURED run " + run + ": "
                        + (cpu().minus(before).toNanos() / 1500 / 1000) + " us CPU a notice, port " + instance.port());
            }
        } finally {
            sink.stop();
        }
    }

    private void notices(int count) {
        var already = sink.mails().size();
        var gap = TimeUnit.SECONDS.toNanos(1) / 10;
        for (int sent = 0; sent < count; sent += A_SECOND / 10) {
            var next = System.nanoTime() + gap;
            publish(Stream.generate(() ->
                            message(RunningService.delivered(mailboxes.get((int) (Math.random() * PEOPLE))), 1))
                    .limit(Math.min(A_SECOND / 10, count - sent))
                    .toArray(OtherServices.Message[]::new));
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> System.nanoTime() >= next);
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> sink.mails().size() >= already + count);
        try (var client = MongoClients.create(System.getProperty("PLISANTE_MONGODB_URI"))) {
            var stored = client.getDatabase(database()).getCollection("notices");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> stored.countDocuments(
                                    Filters.and(Filters.eq("state", "PENDING"), Filters.eq("kind", "NEW_ENVELOPE")))
                            == 0);
        }
    }

    private static String database() {
        return System.getProperty("PLISANTE_MONGODB_DATABASE", "notification");
    }

    private Duration cpu() {
        return ProcessHandle.current()
                .children()
                .filter(child -> !others.contains(child.pid()))
                .findFirst()
                .flatMap(child -> child.info().totalCpuDuration())
                .orElseThrow();
    }

    private static void createTopics() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", System.getProperty("PLISANTE_KAFKA_BOOTSTRAP_SERVERS")))) {
            admin.createTopics(Stream.of(
                                    AccountValidated.TOPIC,
                                    MailboxGranted.TOPIC,
                                    EnvelopeDelivered.TOPIC,
                                    OneTimeCodeIssued.TOPIC)
                            .map(topic -> new NewTopic(topic, 24, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }
}
