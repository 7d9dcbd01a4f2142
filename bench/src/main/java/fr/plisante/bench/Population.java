package fr.plisante.bench;

import fr.plisante.samples.SampleData;
import fr.plisante.samples.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Many mailboxes, as a region has them: mailboxes of a structure with one member each, made through registration like any
 * other. They stay in the data of the measurement for the next one. A tenth of them receives half of the letters.
 */
final class Population {

    private static final String REGION = "oc";

    /** A mailbox and the person who writes from it. */
    record Box(Correspondent writer, UUID mailboxId, String address) {}

    private final List<Box> boxes = new ArrayList<>();

    Population(Stage stage, int size) {
        var accounts = accounts(stage);
        var writers = stage.correspondents(size).stream()
                .filter(writer -> writer.person().regionId().equals(REGION))
                .toList();
        var administrator = SampleData.people().stream()
                .filter(person -> person.administrator() && person.regionId().equals(REGION))
                .findFirst()
                .orElseThrow();
        var tokens = stage.tokens(administrator);
        var noted = new Noted(stage.data().resolve("population.properties"));
        Stage.say(size + " mailboxes...");
        for (int i = 0; i < size; i++) {
            var writer = writers.get(i % writers.size());
            var member = accounts.getProperty(writer.person().email());
            var number = i;
            var made = Correspondent.JSON.readTree(noted.get(
                    "box." + i, () -> made(stage, tokens, number, member).body()));
            boxes.add(new Box(
                    writer,
                    UUID.fromString(made.get("mailboxId").asString()),
                    made.get("address").asString()));
        }
        noted.keep();
    }

    /** What an earlier measurement on the same data made. */
    private static final class Noted {

        private final Path file;
        private final Properties lines = new Properties();

        Noted(Path file) {
            this.file = file;
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    lines.load(in);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        String get(String key, Supplier<String> make) {
            return (String) lines.computeIfAbsent(key, _ -> make.get());
        }

        void keep() {
            try (var out = Files.newBufferedWriter(file)) {
                lines.store(out, null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Properties accounts(Stage stage) {
        var marker = stage.platform().sampleTarget().marker();
        return new Noted(marker).lines;
    }

    /** Asked for under the same key each time, so what was made before is only looked up. */
    private static HttpResponse<String> made(Stage stage, Tokens tokens, int i, String member) {
        while (true) {
            var answer = Calls.send(
                    tokens,
                    stage.platform().publicUrl(),
                    "POST",
                    "/api/registration/mailboxes",
                    mailbox(i, member),
                    UUID.nameUUIDFromBytes(("bench:" + i).getBytes(StandardCharsets.UTF_8))
                            .toString());
            if (answer.statusCode() == 201) {
                return answer;
            }
            if (answer.statusCode() != 429) {
                throw new IllegalStateException(answer.body());
            }
            Stage.pause(1_000);
        }
    }

    private static Map<String, Object> mailbox(int i, String member) {
        return Map.of(
                "name",
                "Laboratoire " + i,
                "localPart",
                "laboratoire" + i,
                "structure",
                "Laboratoires de mesure",
                "structureDomain",
                "mesure",
                "regionId",
                REGION,
                "members",
                List.of(member));
    }

    /** Any of them. */
    Box any(Random random) {
        return boxes.get(random.nextInt(boxes.size()));
    }

    /** So many different ones to write to; few of them receive much. */
    List<Box> recipients(Random random, int count) {
        var tenth = Math.max(1, boxes.size() / 10);
        return random.ints(0, Integer.MAX_VALUE)
                .mapToObj(i -> boxes.get(random.nextBoolean() ? i % tenth : i % boxes.size()))
                .distinct()
                .limit(count)
                .toList();
    }

    /** Whether the last one can be written to: the others are known by then, too. */
    boolean known(Stage stage) {
        var last = boxes.getLast();
        var answer =
                last.writer().get(stage.platform().publicUrl(), "/api/mailbox/recipients?address=" + last.address());
        return answer.body().contains("\"reachable\":true");
    }
}
