package fr.plisante.notification.notice;

import static fr.plisante.testkit.OtherServices.publish;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.notification.NotificationApplication;
import fr.plisante.notification.RunningService;
import fr.plisante.notification.Sink;
import fr.plisante.testkit.SecondInstance;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Durations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances share the work, and one of them is killed in the middle of it. */
class KilledInstanceIT extends RunningService {

    private static final int PEOPLE = 40;
    private static final int LETTERS = 10;
    private static final int THREADS = 4;

    @TempDir
    Path folder;

    private final Set<String> addresses = new HashSet<>();
    private SecondInstance other;

    @AfterEach
    void end() {
        other.kill();
    }

    @Test
    void losesNothingAndRepeatsAtMostOneMailForEachSendingThread() {
        start();
        for (int person = 0; person < PEOPLE; person++) {
            var mailboxId = UUID.randomUUID();
            var address = "lea." + mailboxId + "@courriel.example";
            addresses.add(address);
            publish(account(UUID.randomUUID(), mailboxId, address), 1);
            for (int letter = 1; letter <= LETTERS; letter++) {
                publish(delivered(mailboxId), letter);
            }
        }

        await().atMost(Durations.FIVE_MINUTES).until(() -> ids().count() > PEOPLE * LETTERS / 4);
        other.kill();

        await().atMost(Durations.FIVE_MINUTES)
                .untilAsserted(() -> assertThat(ids().distinct()).hasSize(PEOPLE * LETTERS));
        var repeats = ids().count() - PEOPLE * LETTERS;
        assertThat(repeats).isBetween(0L, (long) THREADS);
    }

    private Stream<String> ids() {
        return SINK.mails().stream()
                .filter(mail -> addresses.contains(mail.to()))
                .map((Sink.Got mail) -> mail.header("Message-ID"));
    }

    private void start() {
        var settings = new HashMap<>(settings());
        settings.put("PLISANTE_NOTICE_LEASE", "5s");
        settings.put("PLISANTE_NOTICE_THREADS", Integer.toString(THREADS));
        other = SecondInstance.start(NotificationApplication.class, settings, folder.resolve("other.log"));
    }
}
