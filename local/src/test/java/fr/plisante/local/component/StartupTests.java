package fr.plisante.local.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupTests {

    @TempDir
    Path folder;

    @Test
    void saysWhichPortIsTakenAndStartsNothing() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var launch = launch("sleep 60", taken.getLocalPort());

            assertThatThrownBy(() -> Startup.start(launch, notes()))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", which kafka needs, is taken")
                    .hasMessageContaining("PLISANTE_PORT_BASE");
            assertThat(Running.alive(notes())).isEmpty();
        }
    }

    @Test
    void tellsTheLastWordsOfAComponentThatStops() {
        var launch = launch("echo the disk is full; exit 3", Startup.freePort());

        assertThatThrownBy(() -> Startup.start(launch, notes()))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("kafka stopped while it was starting: the disk is full");
        assertThat(Running.alive(notes())).isEmpty();
    }

    @Test
    void endsAComponentThatNeverAnswers() {
        var launch = launch("sleep 60", Startup.freePort());

        assertThatThrownBy(() -> Startup.start(launch, notes())).hasMessageContaining("did not answer within 1 s");

        assertThat(Running.alive(notes())).isEmpty();
    }

    @Test
    void doesNotTakeAnotherProcessWithTheSamePidForOurs() throws Exception {
        var own = Running.noted("kafka", ProcessHandle.current(), notes());
        assertThat(Running.find(notes(), "kafka")).isPresent();

        Files.writeString(own.note(), own.pid() + " 1000\n");

        assertThat(Running.find(notes(), "kafka")).isEmpty();
        assertThat(Running.alive(notes())).isEmpty();
    }

    private Path notes() {
        return folder.resolve("run");
    }

    private Launch launch(String script, int port) {
        return new Launch(
                "kafka",
                List.of("/bin/sh", "-c", script),
                Map.of(),
                folder,
                folder.resolve("kafka.log"),
                List.of(port),
                new Health.Port(port),
                Duration.ofSeconds(1));
    }
}
