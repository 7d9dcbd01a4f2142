package fr.plisante.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFileTests {

    private static final String FILLING = "é".repeat(4_000);

    @TempDir
    Path folder;

    @Test
    void compactionShrinksTheFileAndKeepsDocumentsAndIndexes() throws Exception {
        var file = folder.resolve("store.mv.db");
        served(file, letters -> {
            letters.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
            for (var round = 0; round < 4; round++) {
                for (var i = 0; i < 200; i++) {
                    letters.replaceOne(
                            new Document("_id", i),
                            letter(i).append("round", round),
                            new com.mongodb.client.model.ReplaceOptions().upsert(true));
                }
            }
        });
        var before = Files.size(file);

        EmbeddedStore.compactBeforeOpening(file, 1 << 20);

        assertThat(Files.size(file)).isLessThan(before / 2);
        served(file, letters -> {
            assertThat(letters.countDocuments()).isEqualTo(200);
            assertThat(letters.find(new Document("key", "key-199")).first())
                    .containsEntry("filling", FILLING)
                    .containsEntry("round", 3);
            assertThatThrownBy(() -> letters.insertOne(letter(199).append("_id", "another")))
                    .isInstanceOf(MongoWriteException.class);
        });
    }

    private static Document letter(int number) {
        return new Document("_id", number).append("key", "key-" + number).append("filling", FILLING);
    }

    private static void served(Path file, Consumer<MongoCollection<Document>> work) {
        var server = new MongoServer(new CommittingBackend(EmbeddedStore.open(file)));
        try (var client = MongoClients.create(server.bindAndGetConnectionString())) {
            work.accept(client.getDatabase("compaction").getCollection("letters"));
        } finally {
            server.shutdown();
        }
    }
}
