package fr.plisante.bench;

import fr.plisante.local.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** Something bad that happens to a running product, after which it runs again. */
record Harm(String name, Runnable deed) {

    private static final String SENT = "plisante.mailbox.envelope-sent.v1";
    private static final List<String> SERVICES = List.of("mailbox-service", "notification-service", "gateway");
    /** Longer than any lease, session and number in flight. */
    private static final long SLEEP = 90_000;

    /** What is done to it. */
    enum Kind {
        /** Each kind of process ends with {@code kill -9} three times. */
        KILLS(15),
        /** Each service sleeps for a minute and a half, and wakes up with old claims. */
        SLEEPS(3),
        /** Two processes end at once. */
        PAIRS(6),
        /** Kafka loses what was sent and nobody has read yet. */
        EMPTIED(3),
        /** The relay hangs, and when it comes back the store fails. */
        RELAY(2);

        private final int count;

        Kind(int count) {
            this.count = count;
        }

        static Kind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        List<Harm> of(Platform platform) {
            return switch (this) {
                case KILLS -> kills(platform);
                case SLEEPS -> sleeps(platform);
                case PAIRS -> pairs(platform);
                case EMPTIED -> emptied(platform);
                case RELAY -> relay(platform);
            };
        }

        int fewest(int atOnce) {
            return (count + 1) * atOnce;
        }
    }

    private static List<Harm> kills(Platform platform) {
        var harms = new ArrayList<Harm>();
        for (int i = 0; i < 3; i++) {
            var instance = i % 2 == 0 ? "" : "-2";
            SERVICES.forEach(service -> harms.add(kill(platform, service + instance)));
            harms.add(kill(platform, "kafka"));
            harms.add(kill(platform, "mongodb"));
        }
        return harms;
    }

    private static List<Harm> sleeps(Platform platform) {
        return SERVICES.stream()
                .map(service -> new Harm(service + " sleeps", () -> sleep(platform, service, SLEEP, () -> {})))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Harm> pairs(Platform platform) {
        return Stream.of(
                        List.of("mailbox-service", "mongodb"),
                        List.of("mailbox-service", "mailbox-service-2"),
                        List.of("notification-service", "kafka"),
                        List.of("notification-service", "notification-service-2"),
                        List.of("kafka", "mongodb"),
                        List.of("gateway", "mailbox-service-2"))
                .map(pair -> new Harm(String.join(" and ", pair), () -> {
                    pair.forEach(platform::kill9);
                    pair.reversed().forEach(platform::start);
                }))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Harm> emptied(Platform platform) {
        var harm = new Harm(SENT + " is emptied", () -> {
            // Asleep, so that nobody has read it.
            var pids = Stream.of("mailbox-service", "mailbox-service-2")
                    .map(service -> pid(platform, service))
                    .toList();
            pids.forEach(pid -> signal("STOP", pid));
            try {
                empty(platform);
            } finally {
                pids.forEach(pid -> signal("CONT", pid));
            }
        });
        return new ArrayList<>(List.of(harm, harm, harm));
    }

    private static List<Harm> relay(Platform platform) {
        var harm = new Harm("smtp-sink hangs, then mongodb ends", () -> {
            sleep(platform, "smtp-sink", 20_000, () -> platform.kill9("mongodb"));
            platform.start("mongodb");
        });
        return new ArrayList<>(List.of(harm, harm));
    }

    private static Harm kill(Platform platform, String process) {
        return new Harm(process, () -> {
            platform.kill9(process);
            platform.start(process);
        });
    }

    private static void sleep(Platform platform, String process, long millis, Runnable thenAtOnce) {
        var pid = pid(platform, process);
        signal("STOP", pid);
        try {
            Stage.pause(millis);
            thenAtOnce.run();
        } finally {
            signal("CONT", pid);
        }
    }

    private static void empty(Platform platform) {
        var servers = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object)
                ("127.0.0.1:" + platform.url("kafka").getPort()));
        try (var admin = Admin.create(servers)) {
            var topic = Objects.requireNonNull(
                    admin.describeTopics(List.of(SENT)).allTopicNames().get().get(SENT));
            var ends = admin.listOffsets(topic.partitions().stream()
                            .collect(Collectors.toMap(
                                    one -> new TopicPartition(SENT, one.partition()), one -> OffsetSpec.latest())))
                    .all()
                    .get();
            admin.deleteRecords(ends.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    end -> RecordsToDelete.beforeOffset(
                                            end.getValue().offset()))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long pid(Platform platform, String process) {
        return platform.running().stream()
                .filter(running -> running.name().equals(process))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
