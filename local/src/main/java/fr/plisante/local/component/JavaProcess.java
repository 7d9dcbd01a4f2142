package fr.plisante.local.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Small Java child processes. */
public final class JavaProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private JavaProcess() {}

    public static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Flags that keep start-up short and a dozen processes under 3 GB: one compiler tier, one collector thread. */
    public static List<String> command(int heapMegabytes, List<String> more) {
        var command = new ArrayList<String>(List.of(
                home().resolve("bin/java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8"));
        command.addAll(more);
        return command;
    }

    /** Runs a tool to its end, output to the log, and fails unless it ends well. */
    public static void run(String what, List<String> command, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        var tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!tool.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || tool.exitValue() != 0) {
                throw new StartFailed(what + " could not be prepared: " + Startup.lastWords(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while " + what + " was prepared.", e);
        } finally {
            tool.destroyForcibly();
        }
    }
}
