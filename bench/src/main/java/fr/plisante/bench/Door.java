package fr.plisante.bench;

import fr.plisante.local.component.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/**
 * Attacks the gateway from an address of its own while two people write to each other every second: invented sessions, pages
 * asked for by strangers, large bodies of somebody signed in. Ends with 1 when a process ended, a letter of the two was
 * refused or was not delivered and noticed once.
 */
final class Door {

    private static final int ATTACKERS = 32;
    private static final int DRAFTS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Stage stage;
    private final Duration each;
    private final URI door;
    private final Correspondent one;
    private final Correspondent other;
    private final Correspondent attacker;
    private final HttpClient http;
    private final Relayed relayed;
    /** In the subjects, for the data of an earlier run are still there. */
    private final String run = noise(6);

    private long faults;

    private Door(Stage stage, Duration each) throws UnknownHostException {
        this.stage = stage;
        this.each = each;
        this.door = stage.platform().publicUrl();
        var people = stage.correspondents(3);
        this.one = people.get(0);
        this.other = people.get(1);
        this.attacker = people.get(2);
        this.relayed = new Relayed(stage.platform().url("smtp-sink"));
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                // Not the address of the two, who would share its limits.
                .localAddress(InetAddress.getByName("127.0.0.2"))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    public static void main(String[] arguments) throws UnknownHostException {
        var each = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60);
        try (var stage = Stage.open("door")) {
            if (new Door(stage, each).run() > 0) {
                System.exit(1);
            }
        }
    }

    private long run() {
        attack(
                "invented sessions",
                _ -> request("/api/mailbox/mailboxes")
                        .header("Cookie", "plisante=" + noise(32) + "; x" + noise(6) + "=" + noise(5_000)));
        attack(
                "pages for strangers",
                i -> request(i % 2 == 0 ? "/boites/" + noise(6) : "/oauth2/authorization/plisante")
                        .header("Accept", "text/html")
                        .header("X-Padding", noise(4_000)));
        var text = "<p>" + "字".repeat(990_000) + "</p>";
        var large = Correspondent.JSON.writeValueAsBytes(typed(text));
        var drafts = drafts(text);
        var session = stage.session(attacker.person());
        attack("large bodies", i -> {
            var draft = drafts.get(i % drafts.size());
            var path = "/api/mailbox/mailboxes/" + attacker.mailboxId() + "/drafts/" + draft;
            return switch (i % 3) {
                case 0 ->
                    signedIn(path).PUT(BodyPublishers.ofByteArray(large)).header("Content-Type", "application/json");
                case 1 -> signedIn(path);
                default ->
                    request("/boites/" + attacker.mailboxId() + "/brouillons/" + draft)
                            .header("Cookie", session.cookie())
                            .header("Accept", "text/html");
            };
        });
        Stage.say(faults == 0 ? "Nobody was disturbed." : "FAULTS: " + faults);
        return faults;
    }

    /** Drafts with the longest text there may be; alone, each is saved. */
    private List<UUID> drafts(String text) {
        var drafts = new ArrayList<UUID>();
        for (int i = 0; i < DRAFTS; i++) {
            var draft = new UUID(RANDOM.nextLong(), RANDOM.nextLong());
            attacker.begin(door, draft);
            var saved = attacker.call(door, "PUT", "/drafts/" + draft, typed(text));
            if (saved.statusCode() != 200) {
                Stage.say("  a draft was not saved: " + saved.statusCode());
                faults++;
            }
            drafts.add(draft);
        }
        return drafts;
    }

    private static Map<String, Object> typed(String html) {
        return Map.of("version", 1, "to", List.of(), "cc", List.of(), "subject", "x", "html", html);
    }

    private void attack(String name, IntFunction<HttpRequest.Builder> request) {
        var before = stage.platform().running();
        var largest = new ConcurrentHashMap<String, Long>();
        var answers = new ConcurrentSkipListMap<Integer, LongAdder>();
        var letters = new ConcurrentHashMap<UUID, Arrivals.Message>();
        var refused = new LongAdder();
        var took = Collections.synchronizedList(new ArrayList<Long>());
        var until = Instant.now().plus(each);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ATTACKERS; i++) {
                int from = i;
                threads.execute(() -> {
                    for (int n = from; Instant.now().isBefore(until); n += ATTACKERS) {
                        answers.computeIfAbsent(answer(request.apply(n)), _ -> new LongAdder())
                                .increment();
                    }
                });
            }
            for (int second = 0; Instant.now().isBefore(until); second++) {
                int number = second;
                threads.execute(() -> write(run + " " + name + " " + number, one, other, letters, refused, took));
                threads.execute(() -> write(run + " " + name + " " + number, other, one, letters, refused, took));
                before.forEach(process -> largest.merge(process.name(), process.residentBytes(), Math::max));
                Stage.pause(1_000);
            }
        }
        Stage.await(
                PATIENCE,
                () -> relayed.all().stream()
                                .filter(notice -> letters.containsKey(notice.envelopeId()))
                                .count()
                        >= letters.size());
        // Numbers of a write that nobody knows the end of hold readers back for half a minute.
        Stage.await(
                PATIENCE, () -> Arrivals.count(door, relayed, letters.values()).lost() == 0);
        report(name, before, largest, answers, letters, refused.sum(), took);
    }

    private void write(
            String subject,
            Correspondent from,
            Correspondent to,
            Map<UUID, Arrivals.Message> letters,
            LongAdder refused,
            List<Long> took) {
        var began = System.nanoTime();
        try {
            var text = "\"subject\":\"%s\",\"html\":\"<p>Bonjour</p>\"".formatted(subject);
            var answer = from.sendFrom(door, from.mailboxId(), UUID.randomUUID(), List.of(to.address()), text);
            if (answer.statusCode() == 201) {
                var id = Correspondent.envelopeId(answer);
                letters.put(id, new Arrivals.Message(id, subject, from, List.of(to)));
                took.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
                return;
            }
            Stage.say("  refused: " + answer.statusCode() + " " + answer.body());
        } catch (Calls.NoAnswer e) {
            Stage.say("  no answer: " + e.getCause());
        }
        refused.increment();
    }

    private void report(
            String name,
            List<Running> before,
            Map<String, Long> largest,
            Map<Integer, LongAdder> answers,
            Map<UUID, Arrivals.Message> letters,
            long refused,
            List<Long> took) {
        var ended = before.stream()
                .filter(process -> !process.alive())
                .map(Running::name)
                .toList();
        var arrivals = Arrivals.count(door, relayed, letters.values());
        var most = new TreeMap<String, String>();
        largest.forEach((process, bytes) -> {
            if (List.of("gateway", "mailbox-service", "webmail", "mongodb").contains(process)) {
                most.put(process, (bytes >> 20) + " MB");
            }
        });
        long asked = answers.values().stream().mapToLong(LongAdder::sum).sum();
        Stage.say("""

                %s, %d s, %s
                  requests/s, answers          %d, %s
                  letters meanwhile            %d, refused %d, lost / doubled %d / %d, unnoticed / twice %d / %d
                  sending ms                   %s
                  largest resident memory      %s
                  processes ended              %s""".formatted(
                        name,
                        each.toSeconds(),
                        stage.platform().layout().store().title(),
                        asked / each.toSeconds(),
                        new HashMap<>(answers),
                        letters.size(),
                        refused,
                        arrivals.lost(),
                        arrivals.doubled(),
                        arrivals.unnoticed(),
                        arrivals.noticedTwice(),
                        Stage.percentiles(took),
                        new LinkedHashMap<>(most),
                        ended));
        faults += ended.size() + refused + arrivals.faults();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(door.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private HttpRequest.Builder signedIn(String path) {
        return request(path).header("Authorization", "Bearer " + attacker.token());
    }

    /** The status, or 0 where there was no answer. */
    private int answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static String noise(int bytes) {
        var noise = new byte[bytes];
        RANDOM.nextBytes(noise);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
    }
}
