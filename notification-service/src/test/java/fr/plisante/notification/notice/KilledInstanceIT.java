package fr.plisante.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.notification.Neighbours;
import fr.plisante.notification.NotificationApplication;
import fr.plisante.notification.RunningService;
import fr.plisante.notification.Sink;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
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
    private Process other;

    @AfterEach
    void end() {
        other.destroyForcibly().onExit().join();
    }

    @Test
    void losesNothingAndRepeatsAtMostOneMailForEachSendingThread() throws IOException {
        start();
        for (int person = 0; person < PEOPLE; person++) {
            var mailboxId = UUID.randomUUID();
            var address = "lea." + mailboxId + "@courriel.example";
            addresses.add(address);
            say(account(UUID.randomUUID(), mailboxId, address), 1);
            for (int letter = 1; letter <= LETTERS; letter++) {
                say(delivered(mailboxId), letter);
            }
        }

        await().atMost(Durations.FIVE_MINUTES).until(() -> ids().count() > PEOPLE * LETTERS / 4);
        other.destroyForcibly().onExit().join();

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

    private void start() throws IOException {
        var port = freePort();
        var command = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NotificationApplication.class.getName()));
        var environment = command.environment();
        environment.put("PLISANTE_PORT", Integer.toString(port));
        environment.put("PLISANTE_NOTICE_LEASE", "5s");
        environment.put("PLISANTE_NOTICE_THREADS", Integer.toString(THREADS));
        environment.put("PLISANTE_MONGODB_URI", System.getProperty("PLISANTE_MONGODB_URI"));
        environment.put("PLISANTE_KAFKA_BOOTSTRAP_SERVERS", System.getProperty("PLISANTE_KAFKA_BOOTSTRAP_SERVERS"));
        environment.put("PLISANTE_CODE_PRIVATE_KEYSET_FILE", KEYSET.toString());
        environment.put("PLISANTE_SMTP_PORT", Integer.toString(SINK.port()));
        environment.put("PLISANTE_AUTH_URL", NEIGHBOURS.url());
        environment.put("PLISANTE_KEYCLOAK_URL", NEIGHBOURS.url() + "/auth");
        environment.put("PLISANTE_ISSUER", Neighbours.ISSUER);
        other = command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("other.log").toFile())
                .start();
        await().atMost(Durations.FIVE_MINUTES).ignoreExceptions().until(() -> isReady(port));
    }

    private static boolean isReady(int port) throws IOException {
        var health = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        var connection = (HttpURLConnection) health.toURL().openConnection();
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
