package fr.plisante.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import fr.plisante.local.component.Launch;
import fr.plisante.local.component.MongoServer;
import fr.plisante.local.component.ProjectFolders;
import fr.plisante.local.component.Startup;
import java.nio.file.Path;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 under eight writers, three times: what was acknowledged is there, and each index agrees with its documents. */
class KilledStoreIT {

    private static final int WRITERS = 8;
    private static final int WRITES_BEFORE_KILL = 1_500;
    private static final String FILLING = "x".repeat(2_000);

    // Kept in a field, or the logger would forget its level.
    private static final Logger DRIVER = Logger.getLogger("org.mongodb.driver");

    static {
        DRIVER.setLevel(Level.SEVERE);
    }

    @TempDir
    Path folder;

    @Test
    void losesNothingThatItAcknowledged() throws Exception {
        var port = Startup.freePort();
        var launch = launch(port);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<String> attempted = new ConcurrentLinkedQueue<>();

        for (var round = 0; round < 3; round++) {
            var running = Startup.start(launch, folder.resolve("run"));
            var before = acknowledged.size();
            try (var client = client(port);
                    var writers = Executors.newFixedThreadPool(WRITERS)) {
                var letters = letters(client);
                var enough = new CountDownLatch(WRITES_BEFORE_KILL);
                for (var writer = 0; writer < WRITERS; writer++) {
                    writers.execute(() -> write(letters, attempted, acknowledged, enough));
                }
                assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
                running.kill();
            }
            assertThat(acknowledged.size() - before).isGreaterThanOrEqualTo(WRITES_BEFORE_KILL);
        }

        var running = Startup.start(launch, folder.resolve("run"));
        try (var client = client(port)) {
            var letters = letters(client);
            assertThat(acknowledged)
                    .allSatisfy(key -> assertThat(find(letters, key)).isNotNull());
            assertThat(attempted).allSatisfy(key -> repeat(letters, key));
            System.out.println("kill -9 of " + MongoServer.named(store()).title() + ": 0 of " + acknowledged.size()
                    + " acknowledged inserts lost");
        } finally {
            running.kill();
        }
    }

    private Launch launch(int port) {
        return MongoServer.named(store())
                .launch(ProjectFolders.find(), folder.resolve("store"), folder.resolve("store.log"), port);
    }

    /** The store of this pass; where tests use containers or a given server there is no process of ours to kill. */
    private static String store() {
        return "secantus".equals(System.getenv("PLISANTE_TEST_STORE")) ? "secantus" : "embedded";
    }

    private static void write(
            MongoCollection<Document> letters,
            Queue<String> attempted,
            Queue<String> acknowledged,
            CountDownLatch enough) {
        try {
            while (true) {
                var key = UUID.randomUUID().toString();
                attempted.add(key);
                letters.insertOne(letter(key));
                acknowledged.add(key);
                enough.countDown();
            }
        } catch (MongoException _) {
            // The store was killed: this insert has no answer and does not count as acknowledged.
        }
    }

    private static Document letter(String key) {
        return new Document("_id", UUID.randomUUID().toString())
                .append("key", key)
                .append("filling", FILLING);
    }

    private static Document find(MongoCollection<Document> letters, String key) {
        return letters.find(new Document("key", key)).first();
    }

    /** A key without a document can be inserted again: no index entry was left behind by the kill. */
    private static void repeat(MongoCollection<Document> letters, String key) {
        if (find(letters, key) == null) {
            letters.insertOne(letter(key));
        }
        assertThat(letters.countDocuments(new Document("key", key))).isEqualTo(1);
    }

    private static MongoCollection<Document> letters(MongoClient client) {
        var letters = client.getDatabase("kill").getCollection("letters");
        letters.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        return letters.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    private static MongoClient client(int port) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://127.0.0.1:" + port + "/"))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .retryWrites(false)
                .build());
    }
}
