package fr.plisante.bench;

import fr.plisante.local.component.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends letters of 20 KB through the gateway with real tokens at a fixed rate (an open loop: a slow answer does not slow
 * the next send down), and prints rates, latencies, CPU and memory of every process. With {@code saturation} it raises the
 * rate until a notice comes later than a second after its letter was sent, 19 times of 20.
 */
final class Rate {

    private static final int LETTER_BYTES = 20 * 1024;
    private static final Duration DRAIN = Duration.ofMinutes(3);
    private static final long TICKS_A_SECOND = 100;

    private record Sent(Instant began, Duration answered, int recipients) {}

    private final Stage stage;
    private final int seconds;
    private final Population population;
    private final String text;
    private final Relayed relayed;
    private final Random random = new Random(7);
    private final Map<UUID, Sent> sent = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private int mailsBefore;

    private Rate(Stage stage, int seconds) {
        this.stage = stage;
        this.seconds = seconds;
        this.population = new Population(stage, Integer.getInteger("bench.mailboxes", 10_000));
        this.text = letter();
        this.relayed = new Relayed(stage.platform().url("smtp-sink"));
        this.mailsBefore = relayed.count();
    }

    public static void main(String[] arguments) {
        var saturation = arguments.length > 0 && arguments[0].equals("saturation");
        int perSecond = arguments.length > 0 && !saturation ? Integer.parseInt(arguments[0]) : 33;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        int warmUp = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 30;
        try (var stage = Stage.open("rate")) {
            var bench = new Rate(stage, seconds);
            Stage.await(DRAIN, () -> bench.population.known(stage));
            Stage.say("Warming up...");
            bench.send(perSecond, warmUp);
            bench.drain();
            if (saturation) {
                bench.search(perSecond);
            } else {
                bench.measure(perSecond);
            }
        }
    }

    /** Raises the rate by a fifth as long as it is held. */
    private void search(int from) {
        int rate = from;
        while (measure(rate) <= 1_000) {
            rate += Math.max(1, rate / 5);
        }
    }

    /** Answers the delay of notices in milliseconds, p95. */
    private double measure(int perSecond) {
        sent.clear();
        refused.set(0);
        var before = cpu();
        var began = Instant.now();
        send(perSecond, seconds);
        var sending = Duration.between(began, Instant.now());
        drain();
        return print(perSecond, began, sending, before, cpu());
    }

    private void send(int rate, int forSeconds) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long first = System.nanoTime();
            for (int i = 0; i < rate * forSeconds; i++) {
                LockSupport.parkNanos(first + i * 1_000_000_000L / rate - System.nanoTime());
                var from = population.any(random);
                var to = population.recipients(random, 1 + random.nextInt(3)).stream()
                        .map(Population.Box::address)
                        .toList();
                threads.execute(() -> sendOne(from, to));
            }
        }
    }

    private void sendOne(Population.Box from, List<String> to) {
        var began = Instant.now();
        var answer =
                from.writer().sendFrom(stage.platform().publicUrl(), from.mailboxId(), UUID.randomUUID(), to, text);
        if (answer.statusCode() == 201) {
            sent.put(
                    Correspondent.envelopeId(answer),
                    new Sent(began, Duration.between(began, Instant.now()), to.size()));
        } else {
            refused.incrementAndGet();
        }
    }

    /** Text and HTML part together make a message of about 20 KB. */
    private static String letter() {
        var text = new StringBuilder();
        while (text.length() < LETTER_BYTES / 2) {
            text.append("<p>Le patient va bien, l’examen est normal, à revoir dans six mois.</p>");
        }
        return "\"subject\":\"Mesure\",\"html\":" + Correspondent.JSON.writeValueAsString(text.toString());
    }

    /** Waits until every notice of what was accepted has reached the relay. */
    private void drain() {
        int due =
                mailsBefore + sent.values().stream().mapToInt(Sent::recipients).sum();
        Stage.await(DRAIN, () -> relayed.count() >= due);
        mailsBefore = relayed.count();
    }

    private double print(
            int perSecond, Instant began, Duration sending, Map<String, Long> before, Map<String, Long> after) {
        var answers =
                sent.values().stream().map(one -> one.answered().toMillis()).toList();
        var last = began;
        var delays = new ArrayList<Long>();
        for (var notice : relayed.all()) {
            var letter = sent.get(notice.envelopeId());
            if (letter != null) {
                last = notice.at().isAfter(last) ? notice.at() : last;
                delays.add(Duration.between(letter.began(), notice.at()).toMillis());
            }
        }
        double whole = Math.max(1, Duration.between(began, last).toMillis()) / 1000.0;
        line("store", stage.platform().layout().store().title());
        line("asked", perSecond + "/s for " + seconds + " s");
        line(
                "accepted",
                "%.1f/s (%d, refused %d)"
                        .formatted(sent.size() * 1000.0 / sending.toMillis(), sent.size(), refused.get()));
        line("noticed", "%.1f/s (%d mails)".formatted(delays.size() / whole, delays.size()));
        line("send ms", Stage.percentiles(answers));
        line("send to notice ms", Stage.percentiles(delays));
        Stage.say("CPU seconds per 1,000 letters, and resident memory:");
        var sizes = new TreeMap<String, Long>();
        stage.platform().running().forEach(process -> sizes.put(process.name(), process.residentBytes()));
        after.forEach((name, ticks) -> Stage.say("  %-24s %8.1f s %8d MB"
                .formatted(
                        name,
                        (ticks - before.getOrDefault(name, 0L)) * 1000.0 / TICKS_A_SECOND / Math.max(1, sent.size()),
                        sizes.getOrDefault(name, 0L) >> 20)));
        return Stage.percentile(delays, 95);
    }

    private static void line(String name, String value) {
        Stage.say("%-20s %s".formatted(name, value));
    }

    /** User and system time of every process so far, in ticks (proc(5)). */
    private Map<String, Long> cpu() {
        var ticks = new TreeMap<String, Long>();
        for (Running process : stage.platform().running()) {
            try {
                var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
                var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                ticks.put(process.name(), Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ticks;
    }
}
