package fr.plisante.local.component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A real one-node Kafka (KRaft), from its own jars on a class path of its own. */
public final class KafkaBroker {

    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            controller.listener.names=CONTROLLER
            inter.broker.listener.name=PLAINTEXT
            # Otherwise a broker that was killed waits for its own old session before it may come back.
            broker.session.timeout.ms=3000
            broker.heartbeat.interval.ms=500
            group.initial.rebalance.delay.ms=0
            offsets.topic.num.partitions=4
            offsets.topic.replication.factor=1
            transaction.state.log.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            default.replication.factor=1
            min.insync.replicas=1
            auto.create.topics.enable=false
            log.segment.bytes=16777216
            log.index.size.max.bytes=262144
            log.cleaner.dedupe.buffer.size=4194304
            log.cleaner.threads=1
            num.network.threads=2
            num.io.threads=4
            num.recovery.threads.per.data.dir=2
            """;

    private static final String LOGGING = """
            <Configuration status="WARN">
              <Appenders><Console name="out"><PatternLayout pattern="%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} kafka %-5p %c{1}: %m%n"/></Console></Appenders>
              <Loggers>
                <Logger name="org.apache.kafka.common.config.AbstractConfig" level="WARN"/>
                <Root level="INFO"><AppenderRef ref="out"/></Root>
              </Loggers>
            </Configuration>
            """;

    private KafkaBroker() {}

    /** Formats the folder the first time and says how to start the broker. */
    public static Launch launch(ProjectFolders project, Path folder, Path log, int port, int controllerPort) {
        try {
            Files.createDirectories(folder);
            var properties = folder.resolve("server.properties");
            var data = folder.resolve("data");
            Files.writeString(properties, SETTINGS + places(port, controllerPort, data));
            var logging = folder.resolve("log4j2.xml");
            Files.writeString(logging, LOGGING);
            if (!Files.exists(data.resolve("meta.properties"))) {
                format(project, properties, logging);
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

    private static void format(ProjectFolders project, Path properties, Path logging) throws IOException {
        var arguments =
                List.of("format", "--standalone", "--ignore-formatted", "-t", clusterId(), "-c", properties.toString());
        var tool = new ProcessBuilder(command(project, logging, "kafka.tools.StorageTool", arguments))
                .redirectErrorStream(true)
                .start();
        var output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (tool.waitFor() != 0) {
                throw new StartFailed("Kafka's folder could not be formatted: " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while Kafka's folder was formatted.", e);
        }
    }

    private static String clusterId() {
        var id = UUID.randomUUID();
        var bytes = java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        // Never with a leading dash, which the tool would take for an option.
        bytes[0] &= 0x7F;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static List<String> command(
            ProjectFolders project, Path logging, String mainClass, List<String> arguments) {
        var more = new ArrayList<String>(
                List.of("-cp", project.kafkaClassPath(), "-Dlog4j2.configurationFile=" + logging, mainClass));
        more.addAll(arguments);
        return JavaProcess.command(96, more);
    }
}
