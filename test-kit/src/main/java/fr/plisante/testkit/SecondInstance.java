package fr.plisante.testkit;

import fr.plisante.local.component.Startup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The service under test a second time, in a process of its own that can be killed. */
public final class SecondInstance implements AutoCloseable {

    private final Process process;
    private final int port;

    private SecondInstance(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it with the components of this JVM and these settings, and waits until it is ready. */
    public static SecondInstance start(Class<?> application, Map<String, String> settings, Path log) {
        var port = Startup.freePort();
        var command = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                application.getName()));
        var environment = command.environment();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("PLISANTE_"))
                .forEach(name -> environment.put(name, System.getProperty(name)));
        environment.put("PLISANTE_PORT", Integer.toString(port));
        environment.putAll(settings);
        try {
            var process = command.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var instance = new SecondInstance(process, port);
            instance.awaitReadiness();
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitReadiness() {
        var calls = Calls.at(port);
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .ignoreExceptions()
                .until(() -> calls.get("/actuator/health/readiness", "").status() == 200);
    }
}
