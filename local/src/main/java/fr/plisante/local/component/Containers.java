package fr.plisante.local.component;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real images, each held by a {@code docker run} in the foreground: ending that process ends its container. */
public final class Containers {

    private static final String KAFKA = "apache/kafka:4.1.0";
    private static final String MONGODB = "mongo:8.0";
    private static final String KEYCLOAK = "quay.io/keycloak/keycloak:26.7.3";
    private static final Duration PULLING = Duration.ofMinutes(10);

    private Containers() {}

    public static void requireDocker() {
        if (!ran(List.of("docker", "info"))) {
            throw new StartFailed("Docker does not answer here: start it, or run ./plisante up without --containers,"
                    + " which needs nothing but a JDK.");
        }
    }

    public static Launch mongodb(Path folder, Path log, int port) {
        return launch(
                "mongodb",
                List.of("-p", "127.0.0.1:" + port + ":27017", "-v", folder + ":/data/db", MONGODB),
                folder,
                log,
                port,
                new Health.Port(port));
    }

    public static Launch kafka(Path folder, Path log, int port) {
        var listeners = "PLAINTEXT://:9092,OUTSIDE://:" + port + ",CONTROLLER://:9093";
        return launch(
                "kafka",
                List.of(
                        "-p",
                        "127.0.0.1:" + port + ":" + port,
                        "-e",
                        "KAFKA_NODE_ID=1",
                        "-e",
                        "KAFKA_PROCESS_ROLES=broker,controller",
                        "-e",
                        "KAFKA_LISTENERS=" + listeners,
                        "-e",
                        "KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://localhost:9092,OUTSIDE://127.0.0.1:" + port,
                        "-e",
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP=PLAINTEXT:PLAINTEXT,OUTSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "-e",
                        "KAFKA_CONTROLLER_LISTENER_NAMES=CONTROLLER",
                        "-e",
                        "KAFKA_CONTROLLER_QUORUM_VOTERS=1@localhost:9093",
                        "-e",
                        "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR=1",
                        "-e",
                        "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR=1",
                        "-e",
                        "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR=1",
                        KAFKA),
                folder,
                log,
                port,
                new Health.Port(port));
    }

    public static Launch keycloak(
            ProjectFolders project, Path folder, Path log, int port, URI publicUrl, Map<String, String> environment) {
        var arguments = new ArrayList<String>(List.of(
                "--network",
                "host",
                "-v",
                project.keycloakExtension() + ":/opt/keycloak/providers/auth-service-keycloak.jar:ro",
                "-v",
                project.realm() + ":/opt/keycloak/data/import/plisante-realm.json:ro",
                "-v",
                folder + ":/opt/keycloak/data/h2"));
        environment.keySet().forEach(name -> arguments.addAll(List.of("-e", name)));
        arguments.addAll(List.of(
                KEYCLOAK,
                "start-dev",
                "--import-realm",
                "--cache=local",
                "--http-relative-path=/auth",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + publicUrl + "/auth",
                "--proxy-headers=xforwarded"));
        var health = new Health.Page(URI.create("http://127.0.0.1:" + port + "/auth/realms/plisante"));
        var launch = launch("keycloak", arguments, folder, log, port, health);
        return new Launch(
                launch.name(), launch.command(), environment, folder, log, launch.ports(), health, launch.patience());
    }

    private static Launch launch(String name, List<String> arguments, Path folder, Path log, int port, Health health) {
        var container = "plisante-" + name + "-" + port;
        // What a killed launcher left behind; there is usually nothing to remove.
        ran(List.of("docker", "rm", "-f", container));
        var command = new ArrayList<String>(List.of("docker", "run", "--rm", "--name", container));
        command.addAll(arguments);
        return new Launch(name, command, Map.of(), folder, log, List.of(port), health, PULLING);
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
