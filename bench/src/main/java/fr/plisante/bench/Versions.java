package fr.plisante.bench;

import fr.plisante.local.Layout;
import fr.plisante.local.Platform;
import fr.plisante.local.component.MongoServer;
import fr.plisante.local.component.ProjectFolders;
import fr.plisante.samples.SampleData;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Two builds of the product side by side: an older one with every component, and every service of a newer one beside it
 * as second instances on the same Kafka, store and Keycloak, each with a gateway of its own. Accounts and messages go
 * through both in turn; then documents that hold a field nobody knows are changed through both. Ends with 1 when
 * anything is lost, doubled or erased, or became a dead letter.
 */
final class Versions {

    private static final int PORT_BASE = 19_480;
    private static final int ACCOUNTS = 20;
    private static final int MESSAGES = 200;
    private static final int LINKS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Stage stage;
    private final List<URI> doors;
    private final List<Correspondent> people;
    private final Relayed relayed;
    private final Random random = new Random(1);
    private final List<Arrivals.Message> messages = new ArrayList<>();

    private Versions(Stage stage) {
        this.stage = stage;
        this.doors = List.of(stage.platform().publicUrl(), stage.platform().url("gateway-2"));
        this.people = stage.correspondents(6);
        this.relayed = new Relayed(stage.platform().url("smtp-sink"));
    }

    /** Arguments: the checkouts of the older and of the newer build, then fields to count, as {@code db.collection.field}. */
    public static void main(String[] arguments) {
        var older = ProjectFolders.at(Path.of(arguments[0]));
        var newer = ProjectFolders.at(Path.of(arguments[1]));
        var data = Path.of("bench", "target", "versions-" + Instant.now().getEpochSecond());
        var layout = Layout.in(data, PORT_BASE).builtIn(older);
        Stage.say("Store: " + layout.store().title() + ". Starting the older build...");
        try (var platform = Platform.start(layout)) {
            SampleData.load(platform.sampleTarget());
            Stage.say("Starting the newer build beside it...");
            var beside = Platform.at(layout.builtIn(newer).secondInstances());
            Platform.SERVICES.forEach(service -> beside.start(service + "-2"));
            var faults = new Versions(new Stage(platform))
                    .run(Arrays.stream(arguments)
                            .skip(2)
                            .map(StoredFields.Field::of)
                            .toList());
            if (faults > 0) {
                platform.stop();
                System.exit(1);
            }
        }
    }

    private int run(List<StoredFields.Field> added) {
        var accounts = new AccountsAtBoth(stage, doors);
        int accountFaults = accounts.create(ACCOUNTS);
        int sendFaults = send();
        Stage.await(
                PATIENCE,
                () -> relayed.all().size()
                        >= messages.stream()
                                .mapToInt(message -> message.to().size())
                                .sum());
        var arrivals = Arrivals.count(doors.getLast(), relayed, messages);
        int linkFaults = openLinks();
        var stored = new StoredFields(stage.platform().layout().mongodbUri());
        var before = stored.count(added);
        int marked = stored.mark();
        int changes = accounts.changeMembers() + changeEntries();
        int erased = stored.erased();
        var after = stored.count(added);
        long deadLetters = DeadLetters.count(stage.platform().layout().kafka());
        Stage.say("""

                store                                    %s
                accounts asked / faults                  %d / %d
                messages accepted / repeated elsewhere   %d / faults %d
                entries lost / doubled                   %d / %d
                unnoticed / noticed twice / again        %d / %d / %d
                links opened at the other / faults       %d / %d
                documents marked / changed / erased      %d / %d / %d
                added fields before / after the changes  %s / %s
                dead letters                             %d""".formatted(
                        MongoServer.chosen(System.getenv()).title(),
                        ACCOUNTS,
                        accountFaults,
                        messages.size(),
                        sendFaults,
                        arrivals.lost(),
                        arrivals.doubled(),
                        arrivals.unnoticed(),
                        arrivals.noticedTwice(),
                        arrivals.sameMessageId(),
                        LINKS,
                        linkFaults,
                        marked,
                        changes,
                        erased,
                        before,
                        after,
                        deadLetters));
        int faults = accountFaults
                + sendFaults
                + arrivals.faults()
                + arrivals.sameMessageId()
                + linkFaults
                + erased
                + (int) deadLetters
                + (before.equals(after) ? 0 : 1)
                + (before.containsValue(0L) ? 1 : 0);
        Stage.say(faults == 0 ? "Nothing lost, nothing erased, no dead letter." : "FAULTS: " + faults);
        return faults;
    }

    /** Begun at one door, sent at the other or the same, repeated at the other: one envelope. */
    private int send() {
        int faults = 0;
        for (int number = 0; number < MESSAGES; number++) {
            var shuffled = new ArrayList<>(people);
            Collections.shuffle(shuffled, random);
            var from = shuffled.getFirst();
            var to = List.copyOf(shuffled.subList(1, 2 + random.nextInt(3)));
            var addresses = to.stream().map(Correspondent::address).toList();
            var draftId = new UUID(random.nextLong(), random.nextLong());
            var subject = "Deux versions " + number;
            var text = "<p>Message " + number + "</p>";
            from.begin(door(number / 2), draftId);
            var first = from.sendDraft(door(number), draftId, addresses, subject, text);
            var again = from.sendDraft(door(number + 1), draftId, addresses, subject, text);
            if (first.statusCode() != 201
                    || again.statusCode() != 201
                    || !Correspondent.envelopeId(first).equals(Correspondent.envelopeId(again))) {
                Stage.say("  message " + number + ": " + first.statusCode() + " " + first.body() + ", again "
                        + again.statusCode() + " " + again.body());
                faults++;
            } else {
                messages.add(new Arrivals.Message(Correspondent.envelopeId(first), subject, from, to));
            }
        }
        return faults;
    }

    private URI door(int number) {
        return doors.get(number % doors.size());
    }

    /** The link of a notice, whichever version mailed it, leads to the message at either door. */
    private int openLinks() {
        int faults = 0;
        var reader = people.getFirst();
        var session = stage.session(reader.person());
        var mine = messages.stream()
                .filter(message -> message.to().contains(reader))
                .limit(LINKS)
                .toList();
        for (var message : mine) {
            for (var door : doors) {
                var link = "/boites/" + reader.mailboxId() + "/messages/received:" + message.envelopeId();
                var page = Calls.send(HttpRequest.newBuilder(door.resolve(link))
                        .header("Accept", "text/html")
                        .header("Cookie", session.cookie())
                        .timeout(Duration.ofMinutes(1))
                        .build());
                if (page.statusCode() != 200 || !page.body().contains(message.subject())) {
                    Stage.say("  " + door + link + ": " + page.statusCode());
                    faults++;
                }
            }
        }
        return faults + (LINKS - mine.size());
    }

    /** Every recipient reads, moves and restores, at one door after the other; the senders' receipts follow. */
    private int changeEntries() {
        int changes = 0;
        for (var person : people) {
            for (var entry : person.entries(doors.getFirst(), "inbox")) {
                var path = "/entries/" + entry.get("entryId").asString();
                var asked = List.of(
                        Map.entry("/seen", Map.of("seen", !entry.get("seen").asBoolean())),
                        Map.entry("/folder", Map.of("folder", "trash")),
                        Map.entry("/folder", Map.of("folder", "inbox")));
                for (var change : asked) {
                    var answer = person.call(door(changes), "PUT", path + change.getKey(), change.getValue());
                    if (answer.statusCode() != 204) {
                        throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
                    }
                    changes++;
                }
            }
        }
        return changes;
    }
}
