package fr.plisante.local.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of {@code mvnw} that find a JDK: making the wrapper anew would drop them. */
class JdkPreludeTests {

    private static final Path WRAPPER = Path.of("..", "mvnw");

    @TempDir
    Path bin;

    @BeforeEach
    void onlyTheToolsThePreludeNeeds() throws IOException {
        for (var tool : List.of("sed", "dirname", "readlink")) {
            var place = Stream.of("/bin/", "/usr/bin/")
                    .map(folder -> Path.of(folder + tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            var script = Files.writeString(bin.resolve(tool), "#!/bin/sh\nexec " + place + " \"$@\"\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
    }

    @Test
    void findsAJdkInTheUsualFolders() throws Exception {
        assertThat(prelude("", System.getProperty("java.home")))
                .isEqualTo(new Ended(0, System.getProperty("java.home")));
    }

    @Test
    void keepsTheJdkItIsGiven() throws Exception {
        assertThat(prelude(System.getProperty("java.home"), "/nowhere"))
                .isEqualTo(new Ended(0, System.getProperty("java.home")));
    }

    @Test
    void saysPlainlyThatNoneIsThere() throws Exception {
        var ended = prelude("/nowhere", "/nowhere");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("needs a JDK 25 or newer and found none");
    }

    private record Ended(int code, String said) {}

    private Ended prelude(String javaHome, String folders) throws Exception {
        var lines = Files.readString(WRAPPER);
        var script = lines.substring(lines.indexOf("# --- Plisanté: "), lines.indexOf("# --- end of the prelude"))
                + "\nprintf %s \"$JAVA_HOME\"\n";
        var process = new ProcessBuilder("/bin/sh", "-c", script).redirectErrorStream(true);
        process.environment().put("PATH", bin.toString());
        process.environment().put("JAVA_HOME", javaHome);
        process.environment().put("PLISANTE_JDK_FOLDERS", folders);
        var started = process.start();
        var said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(started.waitFor(), said);
    }
}
