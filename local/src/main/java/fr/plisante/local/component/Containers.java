package fr.plisante.local.component;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;

/** The real images, each held by a {@code docker run} in the foreground: ending that process ends its container. */
public final class Containers {

    private static final ResourceBundle IMAGES = ResourceBundle.getBundle("fr.plisante.local.component.images");
    private static final Duration PULLING = Duration.ofMinutes(10);

    private Containers() {}

    /** The image of {@code mongodb}, {@code kafka} or {@code keycloak}, for the tests too. */
    public static String image(String component) {
        return IMAGES.getString(component);
    }

    public static void requireDocker() {
        if (!ran(List.of("docker", "info"))) {
            throw new StartFailed("Docker does not answer here: start it, or run ./plisante up without --containers,"
                    + " which needs nothing but a JDK.");
        }
    }

    public static Launch mongodb(Path folder, Path log, int port) {
        var options = List.of("-p", "127.0.0.1:" + port + ":27017", "-v", folder + ":/data/db");
        var command = command("mongodb", port, options, Map.of());
        return new Launch("mongodb", command, Map.of(), folder, log, List.of(port), new Health.Port(port), PULLING);
    }

    public static Launch kafka(Path folder, Path log, int port) {
        var environment = Map.of(
                "KAFKA_NODE_ID", "1",
                "KAFKA_PROCESS_ROLES", "broker,controller",
                "KAFKA_LISTENERS", "PLAINTEXT://:9092,OUTSIDE://:" + port + ",CONTROLLER://:9093",
                "KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://localhost:9092,OUTSIDE://127.0.0.1:" + port,
                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,OUTSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER",
                "KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093",
                "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1",
                "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1",
                "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1");
        var command = command("kafka", port, List.of("-p", "127.0.0.1:" + port + ":" + port), environment);
        return new Launch("kafka", command, environment, folder, log, List.of(port), new Health.Port(port), PULLING);
    }

    public static Launch keycloak(
            ProjectFolders project, Path folder, Path log, int port, URI publicUrl, Map<String, String> environment) {
        var options = List.of(
                "--network", "host",
                "-v", project.keycloakExtension() + ":/opt/keycloak/providers/auth-service-keycloak.jar:ro",
                "-v", project.realm() + ":/opt/keycloak/data/import/plisante-realm.json:ro",
                "-v", folder + ":/opt/keycloak/data/h2");
        var command = command("keycloak", port, options, environment);
        command.addAll(List.of("start-dev", "--cache=local", "--http-relative-path=/auth"));
        command.addAll(KeycloakServer.options(port, publicUrl));
        var health = KeycloakServer.health(port);
        return new Launch("keycloak", command, environment, folder, log, List.of(port), health, PULLING);
    }

    /** Runs the image of this name; the program's own arguments may follow. */
    private static List<String> command(String name, int port, List<String> options, Map<String, String> environment) {
        var container = "plisante-" + name + "-" + port;
        // What a killed launcher left behind; there is usually nothing to remove.
        ran(List.of("docker", "rm", "-f", container));
        var command = new ArrayList<String>(List.of("docker", "run", "--rm", "--name", container));
        command.addAll(options);
        // By name alone, so that no secret stands in a command line.
        environment.keySet().forEach(variable -> command.addAll(List.of("-e", variable)));
        command.add(image(name));
        return command;
    }

    private static boolean ran(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
