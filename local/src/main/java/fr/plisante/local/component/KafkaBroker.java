package fr.plisante.local.component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A real one-node Kafka (KRaft), from its own jars on a class path of its own. */
public final class KafkaBroker {

    private KafkaBroker() {}

    /** Formats the folder the first time and says how to start the broker. */
    public static Launch launch(ProjectFolders project, Path folder, Path log, int port, int controllerPort) {
        try {
            Files.createDirectories(folder);
            var properties = folder.resolve("server.properties");
            var data = folder.resolve("data");
            Files.writeString(properties, resource("kafka.properties") + places(port, controllerPort, data));
            var logging = folder.resolve("log4j2.xml");
            Files.writeString(logging, resource("kafka-log4j2.xml"));
            if (!Files.exists(data.resolve("meta.properties"))) {
                format(project, properties, logging, log);
            }
            return new Launch(
                    "kafka",
                    command(project, logging, "kafka.Kafka", List.of(properties.toString())),
                    Map.of(),
                    folder,
                    log,
                    List.of(port, controllerPort),
                    new Health.Port(port),
                    Duration.ofMinutes(3));
        } catch (IOException e) {
            throw new StartFailed("Kafka's folder " + folder + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    private static String places(int port, int controllerPort, Path data) {
        var listeners = "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort;
        return """
                controller.quorum.bootstrap.servers=127.0.0.1:%d
                listeners=%s
                advertised.listeners=%s
                log.dirs=%s
                """.formatted(controllerPort, listeners, listeners, data);
    }

    private static void format(ProjectFolders project, Path properties, Path logging, Path log) throws IOException {
        var arguments =
                List.of("format", "--standalone", "--ignore-formatted", "-t", clusterId(), "-c", properties.toString());
        JavaProcess.run("Kafka's folder", command(project, logging, "kafka.tools.StorageTool", arguments), log);
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(KafkaBroker.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** 16 bytes in Base64: hexadecimal digits are some of its digits, and no option of the tool begins with them. */
    private static String clusterId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 21) + "A";
    }

    private static List<String> command(
            ProjectFolders project, Path logging, String mainClass, List<String> arguments) {
        var more = new ArrayList<String>(
                List.of("-cp", project.kafkaClassPath(), "-Dlog4j2.configurationFile=" + logging, mainClass));
        more.addAll(arguments);
        return JavaProcess.command(96, more);
    }
}
