package fr.plisante.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.directory.DirectoryApplication;
import fr.plisante.directory.Realm;
import fr.plisante.directory.RunningService;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.awaitility.Durations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second instance, killed and started again: it goes on where its last commit stands. */
class KilledInstanceIT extends RunningService {

    private final String name = "Dupont" + Long.toString(System.nanoTime(), 36);

    @TempDir
    Path folder;

    private Process instance;

    @AfterEach
    void end() {
        instance.destroyForcibly().onExit().join();
    }

    @Test
    void goesOnAfterAKill() throws IOException {
        var before = UUID.randomUUID();
        var after = UUID.randomUUID();
        say(account(before, name, "Anne", false), 1);
        var port = start("first.log");
        await().untilAsserted(() -> assertThat(found(port, name)).containsExactly(before.toString()));
        await().until(this::isCommitted);
        instance.destroyForcibly().onExit().join();
        say(account(after, name, "Zoé", false), 1);

        var again = start("second.log");

        await().untilAsserted(
                        () -> assertThat(found(again, name)).containsExactly(before.toString(), after.toString()));
        assertThat(Files.readString(folder.resolve("second.log")))
                .contains("Reads on from its last commit")
                .doesNotContain("is built anew");
    }

    /** Every entry is on the topic before it is found, so a commit that holds as many has read them. */
    private boolean isCommitted() throws IOException {
        try (var directory = FSDirectory.open(folder.resolve("index"))) {
            if (!DirectoryReader.indexExists(directory)) {
                return false;
            }
            try (var reader = DirectoryReader.open(directory)) {
                return reader.numDocs() > 0;
            }
        }
    }

    private int start(String log) throws IOException {
        var port = freePort();
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DirectoryApplication.class.getName());
        command.environment().put("PLISANTE_PORT", Integer.toString(port));
        command.environment()
                .put("PLISANTE_INDEX_FOLDER", folder.resolve("index").toString());
        command.environment().put("PLISANTE_INDEX_COMMIT_EVERY", "100ms");
        command.environment().put("PLISANTE_MONGODB_URI", System.getProperty("PLISANTE_MONGODB_URI"));
        command.environment()
                .put("PLISANTE_KAFKA_BOOTSTRAP_SERVERS", System.getProperty("PLISANTE_KAFKA_BOOTSTRAP_SERVERS"));
        command.environment().put("PLISANTE_KEYCLOAK_URL", REALM.url());
        command.environment().put("PLISANTE_ISSUER", Realm.ISSUER);
        instance = command.redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
        await().atMost(Durations.FIVE_MINUTES)
                .ignoreExceptions()
                .until(() -> get(port, "/actuator/health/readiness", null).statusCode() == 200);
        return port;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
