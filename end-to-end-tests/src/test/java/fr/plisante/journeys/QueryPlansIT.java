package fr.plisante.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import fr.plisante.samples.SamplePerson;
import fr.plisante.samples.SignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * No query of the product scans a collection or sorts in memory: the store explains every shape of command that the
 * other journeys, which come before, and the services' own jobs really sent.
 */
@Tag("needs-query-plans")
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryPlansIT {

    /** The jobs of the services begin a minute after their start. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Set<String> NOT_OURS = Set.of("admin", "config", "local");

    /**
     * What no journey provokes: Keycloak is told to name the session that it ends, and no account is forgotten while others
     * still write to it.
     */
    private static final List<SentCommand> UNHEARD = List.of(unheard("""
            {delete: "sessions", deletes: [{q: {subject: "somebody"}, limit: 0}], $db: "gateway"}"""), unheard("""
            {find: "entries", filter: {accountId: "somebody", state: {$ne: null}}, $db: "directory"}"""), unheard("""
            {delete: "notices", deletes: [{q: {accountId: "somebody", state: "PENDING"}, limit: 0}],
             $db: "notification"}"""));

    private final Product product = Product.running();
    private final MongoClient store = MongoClients.create(product.storeUri());

    @BeforeAll
    void hearWhatTheOthersLeaveOut() {
        turnPages();
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> indexesWithoutACommand().isEmpty());
        } catch (ConditionTimeoutException _) {
            // A test names what was never heard.
        }
    }

    /** The further pages of lists, and an operator's look, which the other journeys are too short for. */
    private void turnPages() {
        var doctor = new Asking(product.person("maelys"));
        var mailbox = "/api/mailbox/mailboxes/" + Belongings.mailbox(doctor.gateway, doctor.token);
        doctor.get("/api/auth/sign-ins?cursor=" + UUID.randomUUID());
        doctor.get(mailbox + "/drafts?cursor=" + System.currentTimeMillis() + "." + UUID.randomUUID());
        var administrator = new Asking(product.person("helene"));
        administrator.get("/api/notification/notices?state=FAILED");
        administrator.get("/api/notification/notices?state=FAILED&cursor=" + UUID.randomUUID());
        var ops = RealmClient.machine(product.platform(), "ops");
        new AccessRequests(product.platform().url("registration-service")).json(ops, "GET", "/actuator/parked", null);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void findsNoScanAndNoSortInMemoryInAnyCommandThatWasSent() throws IOException {
        var plans = plans();
        Files.write(
                Path.of("target", "query-plans.txt"),
                plans.stream().map(QueryPlan::told).toList());

        assertThat(plans.stream()
                        .filter(plan -> plan.fault().isPresent())
                        .map(QueryPlan::told)
                        .toList())
                .isEmpty();
    }

    /** What no journey provokes, nobody has explained: this keeps the journeys and the jobs complete. */
    @Test
    void heardACommandForEveryIndex() {
        assertThat(indexesWithoutACommand())
                .as("indexes that no command needs: drop them, or let a journey ask")
                .isEmpty();
    }

    /** The check itself, through the tap like everything else. */
    @Test
    void tellsAScanAndASortFromASearch() {
        var heard = new SentCommands();
        var tap = StoreTap.on(product.platform().layout().port("mongodb"), heard::hear);
        try (var client = MongoClients.create(tap.uri().toString())) {
            var things = client.getDatabase("tap").getCollection("things");
            things.createIndex(new Document("a", 1).append("b", 1));
            things.insertOne(new Document("a", 1).append("b", 2).append("c", 3));
            ask(things);
        }

        assertThat(heard.all().stream()
                        .map(command -> QueryPlan.of(command, store).told())
                        .map(told -> told.replaceAll("(?s)(.*?: \\w+).*", "$1")))
                .containsExactlyInAnyOrder(
                        "fine: find",
                        "sorts in memory: find",
                        "walks a whole index: find",
                        "sorts in memory: aggregate",
                        "scans the collection: update",
                        "scans the collection: delete",
                        "scans the collection: findAndModify");
        store.getDatabase("tap").drop();
    }

    private static void ask(MongoCollection<Document> things) {
        things.find(new Document("a", 1)).sort(new Document("b", -1)).first();
        things.find(new Document("a", 2)).sort(new Document("b", -1)).first();
        things.find(new Document("a", 1)).sort(new Document("c", 1)).first();
        things.find(new Document("c", 1)).sort(new Document("a", 1)).first();
        things.aggregate(List.of(
                        new Document("$match", new Document("a", 1)),
                        new Document("$group", new Document("_id", "$b")),
                        new Document("$sort", new Document("_id", 1))))
                .first();
        things.updateMany(new Document("c", 1), new Document("$set", new Document("d", 1)));
        things.deleteOne(new Document("c", 1));
        things.findOneAndUpdate(new Document("c", 1), new Document("$set", new Document("d", 1)));
    }

    private static SentCommand unheard(String command) {
        return SentCommand.of(BsonDocument.parse(command));
    }

    private List<QueryPlan> plans() {
        var commands = new ArrayList<>(product.sent().all());
        commands.addAll(UNHEARD);
        return commands.stream().map(command -> QueryPlan.of(command, store)).toList();
    }

    /** An index that no plan takes: its query was not heard, so nobody knows its plan. Unique ones are rules as well. */
    private Set<String> indexesWithoutACommand() {
        var taken = new HashSet<String>();
        plans().forEach(plan -> plan.indexes()
                .forEach(index ->
                        taken.add(named(plan.sent().database(), plan.sent().collection(), index))));
        var unheard = new TreeSet<String>();
        for (var database : store.listDatabaseNames()) {
            if (!NOT_OURS.contains(database)) {
                for (var collection : store.getDatabase(database).listCollectionNames()) {
                    for (var index : store.getDatabase(database)
                            .getCollection(collection)
                            .listIndexes()) {
                        if (!index.getString("name").equals("_id_") && !index.getBoolean("unique", false)) {
                            unheard.add(named(database, collection, index.getString("name")));
                        }
                    }
                }
            }
        }
        unheard.removeAll(taken);
        return unheard;
    }

    private static String named(String database, String collection, String index) {
        return database + "." + collection + " " + index;
    }

    private final class Asking {

        private final AccessRequests gateway =
                new AccessRequests(product.platform().publicUrl());
        private final String token;

        private Asking(SamplePerson person) {
            var platform = product.platform();
            token = new SignIn(platform.publicUrl(), platform.url("smtp-sink"))
                    .tokens(
                            person.email(),
                            person.password(),
                            platform.secrets().client("gateway"))
                    .access();
        }

        private void get(String path) {
            assertThat(gateway.status(token, path)).as(path).isEqualTo(200);
        }
    }
}
