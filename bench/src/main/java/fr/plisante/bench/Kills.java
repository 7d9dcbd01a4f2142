package fr.plisante.bench;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Sends letters while processes are harmed ({@link Harm}), then counts: every accepted letter is in each of its
 * mailboxes exactly once, in its sender's Sent exactly once, and was noticed exactly once. A second mail with the same
 * Message-ID is allowed only where notification-service died between the relay's 250 and its note of it: at most one per
 * sending thread and kill, counted apart. Ends with 1 when anything is lost or doubled.
 */
final class Kills {

    private static final int IN_FLIGHT = 20;
    private static final int SENDERS = 24;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** PLISANTE_NOTICE_THREADS of notification-service where nothing else is said. */
    private static final int NOTICE_THREADS =
            Integer.parseInt(System.getenv().getOrDefault("PLISANTE_NOTICE_THREADS", "16"));

    /** A letter to send; its number says which gateway it begins at. */
    private record Letter(int number, UUID draftId, Correspondent from, List<Correspondent> to) {}

    private final Stage stage;
    private final Harm.Kind harms;
    private final int envelopes;
    private final Random random;
    private final List<URI> gateways;
    private final List<Correspondent> people;
    private final Relayed relayed;
    private final Map<Integer, Arrivals.Message> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore mayStart = new Semaphore(0);
    private final List<Future<?>> senders = new ArrayList<>();

    private Kills(Stage stage, Harm.Kind harms, int envelopes, long seed) {
        this.stage = stage;
        this.harms = harms;
        this.envelopes = envelopes;
        this.random = new Random(seed);
        var platform = stage.platform();
        this.gateways = List.of(platform.publicUrl(), platform.url("gateway-2"));
        this.people = stage.correspondents(6);
        this.relayed = new Relayed(platform.url("smtp-sink"));
    }

    public static void main(String[] arguments) throws InterruptedException {
        int envelopes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        var harms = Harm.Kind.of(arguments.length > 2 ? arguments[2] : "kills");
        int fewest = harms.fewest(SENDERS);
        if (envelopes < fewest) {
            Stage.say("Fewer than " + fewest + " letters do not keep " + IN_FLIGHT + " in flight at every one.");
            System.exit(2);
        }
        try (var stage = Stage.open("kills-" + Instant.now().getEpochSecond())) {
            for (var second : List.of("mailbox-service-2", "notification-service-2", "gateway-2")) {
                stage.platform().start(second);
            }
            var faults = new Kills(stage, harms, envelopes, seed).run();
            if (faults > 0) {
                System.exit(1);
            }
        }
    }

    private long run() throws InterruptedException {
        var letters = letters();
        var began = Instant.now();
        var killed = new LinkedHashMap<String, Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var next = new AtomicInteger();
            for (int i = 0; i < SENDERS; i++) {
                senders.add(threads.submit(() -> sendAll(letters, next)));
            }
            killAll(killed);
            mayStart.release(envelopes);
            for (var sender : senders) {
                sender.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A sender gave up", e);
        }
        awaitNotices();
        return report(killed, Duration.between(began, Instant.now()));
    }

    /** Who writes to whom is drawn before anything starts, so that a seed means the same letters every time. */
    private List<Letter> letters() {
        var letters = new ArrayList<Letter>();
        for (int number = 0; number < envelopes; number++) {
            var shuffled = new ArrayList<>(people);
            Collections.shuffle(shuffled, random);
            letters.add(new Letter(
                    number,
                    new UUID(random.nextLong(), random.nextLong()),
                    shuffled.getFirst(),
                    List.copyOf(shuffled.subList(1, 2 + random.nextInt(3)))));
        }
        return letters;
    }

    private void sendAll(List<Letter> letters, AtomicInteger next) {
        for (int i = next.getAndIncrement(); i < letters.size(); i = next.getAndIncrement()) {
            mayStart.acquireUninterruptibly();
            begun.incrementAndGet();
            send(letters.get(i));
        }
    }

    /** Until a 201: with the same key, at the other gateway. */
    private void send(Letter letter) {
        var to = letter.to().stream().map(Correspondent::address).toList();
        var subject = "Envoi " + letter.number();
        var html = "<p>Lettre " + letter.number() + "</p>";
        for (int attempt = letter.number(); ; attempt++) {
            try {
                var gateway = gateways.get(attempt % gateways.size());
                var answer = letter.from().send(gateway, letter.draftId(), to, subject, html);
                if (answer.statusCode() == 201) {
                    accepted.put(
                            letter.number(),
                            new Arrivals.Message(
                                    Correspondent.envelopeId(answer), subject, letter.from(), letter.to()));
                    return;
                }
                if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                    throw new IllegalStateException("Refused with " + answer.statusCode() + ": " + answer.body());
                }
            } catch (Calls.NoAnswer _) {
                // Killed while it was at it: whether it was done is exactly the question; the key answers it.
            }
            repeats.incrementAndGet();
            Stage.pause(100);
        }
    }

    private void killAll(Map<String, Integer> killed) {
        var inThisOrder = harms.of(stage.platform());
        Collections.shuffle(inThisOrder, random);
        int portion = envelopes / (inThisOrder.size() + 1);
        for (var harm : inThisOrder) {
            mayStart.release(portion);
            int inFlight = awaitInFlight();
            Stage.say(
                    "  %-40s with %d letters accepted, %d in flight".formatted(harm.name(), accepted.size(), inFlight));
            harm.deed().run();
            killed.merge(harm.name().replace("-2", ""), 1, Integer::sum);
        }
    }

    /** Letters whose sending has begun and that were not noticed to all their recipients yet. */
    private int inFlight() {
        var noticed = relayed.all().stream()
                .collect(Collectors.groupingBy(
                        Relayed.Notice::envelopeId, Collectors.mapping(Relayed.Notice::mailboxId, Collectors.toSet())));
        return begun.get()
                - (int) accepted.values().stream()
                        .filter(letter -> noticed.getOrDefault(letter.envelopeId(), Set.of())
                                        .size()
                                == letter.to().size())
                        .count();
    }

    /** Waits a random while beyond the moment when enough is under way, and until it is so again. */
    private int awaitInFlight() {
        var until = Instant.now().plus(PATIENCE);
        int inFlight = inFlight();
        int pauses = 1 + random.nextInt(20);
        while (inFlight < IN_FLIGHT || pauses > 0) {
            requireSenders();
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("Only " + inFlight + " letters in flight after " + PATIENCE);
            }
            if (inFlight < IN_FLIGHT && mayStart.availablePermits() == 0) {
                mayStart.release(IN_FLIGHT - inFlight);
            }
            Stage.pause(20);
            pauses = inFlight < IN_FLIGHT ? pauses : pauses - 1;
            inFlight = inFlight();
        }
        return inFlight;
    }

    /** A sender that gave up would leave the run waiting for letters that never come. */
    private void requireSenders() {
        for (var sender : senders) {
            if (sender.state() == Future.State.FAILED) {
                throw new IllegalStateException("A sender gave up", sender.exceptionNow());
            }
        }
    }

    private void awaitNotices() {
        Stage.await(PATIENCE, () -> inFlight() == 0);
        // What should not come would come now.
        Stage.pause(5_000);
    }

    private long report(Map<String, Integer> killed, Duration took) {
        var arrivals = Arrivals.count(gateways.getFirst(), relayed, accepted.values());
        var distinct = accepted.values().stream()
                .map(Arrivals.Message::envelopeId)
                .distinct()
                .count();
        Stage.say("""

                store                                  %s
                killed                                 %s
                letters asked / accepted / distinct    %d / %d / %d
                sends repeated with the same key       %d
                entries lost / doubled                 %d / %d
                notices due                            %d
                unnoticed / noticed twice              %d / %d
                second mails with the same Message-ID  %d
                took                                   %d s""".formatted(
                        stage.platform().layout().store().title(),
                        killed,
                        envelopes,
                        accepted.size(),
                        distinct,
                        repeats.get(),
                        arrivals.lost(),
                        arrivals.doubled(),
                        accepted.values().stream()
                                .mapToInt(message -> message.to().size())
                                .sum(),
                        arrivals.unnoticed(),
                        arrivals.noticedTwice(),
                        arrivals.sameMessageId(),
                        took.toSeconds()));
        int harmed = killed.entrySet().stream()
                .filter(harm -> harm.getKey().contains("notification-service"))
                .mapToInt(Map.Entry::getValue)
                .sum();
        int allowed = NOTICE_THREADS * harmed;
        long faults = Math.max(0, arrivals.sameMessageId() - allowed)
                + arrivals.faults()
                + (envelopes - accepted.size())
                + (accepted.size() - distinct);
        Stage.say(faults == 0 ? "Nothing lost, nothing doubled." : "FAULTS: " + faults);
        return faults;
    }
}
