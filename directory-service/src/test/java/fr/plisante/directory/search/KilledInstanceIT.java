package fr.plisante.directory.search;

import static fr.plisante.testkit.OtherServices.publish;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.directory.DirectoryApplication;
import fr.plisante.directory.RunningService;
import fr.plisante.testkit.Calls;
import fr.plisante.testkit.SecondInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second instance, killed and started again: it goes on where its last commit stands. */
class KilledInstanceIT extends RunningService {

    private final String name = "Dupont" + Long.toString(System.nanoTime(), 36);

    @TempDir
    Path folder;

    private SecondInstance instance;

    @AfterEach
    void end() {
        instance.kill();
    }

    @Test
    void goesOnAfterAKill() throws IOException {
        var before = UUID.randomUUID();
        var after = UUID.randomUUID();
        publish(account(before, name, "Anne", false), 1);
        start("first.log");
        await().untilAsserted(
                        () -> assertThat(found(Calls.at(instance.port()), name)).containsExactly(before.toString()));
        await().until(this::isCommitted);
        instance.kill();
        publish(account(after, name, "Zoé", false), 1);

        start("second.log");

        await().untilAsserted(() -> assertThat(found(Calls.at(instance.port()), name))
                .containsExactly(before.toString(), after.toString()));
        assertThat(Files.readString(folder.resolve("second.log")))
                .contains("Reads on from its last commit")
                .doesNotContain("is built anew");
    }

    /** Every entry is on the topic before it is found, so a commit that holds as many has read them. */
    private boolean isCommitted() throws IOException {
        try (var directory = FSDirectory.open(folder.resolve("index"))) {
            if (!DirectoryReader.indexExists(directory)) {
                return false;
            }
            try (var reader = DirectoryReader.open(directory)) {
                return reader.numDocs() > 0;
            }
        }
    }

    private void start(String log) {
        var settings = Map.of(
                "PLISANTE_INDEX_FOLDER", folder.resolve("index").toString(), "PLISANTE_INDEX_COMMIT_EVERY", "100ms");
        instance = SecondInstance.start(DirectoryApplication.class, settings, folder.resolve(log));
    }
}
