package fr.plisante.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryIndexTests {

    private static final Position POSITION = new Position("topic", Map.of(0, 12L, 7, 3L), true);

    @TempDir
    Path folder;

    @Test
    void goesOnFromWhatWasCommitted() throws IOException {
        fill(POSITION);

        try (var index = open()) {
            assertThat(index.position()).isEqualTo(POSITION);
            assertThat(found(index)).isTrue();
        }
    }

    @Test
    void losesOnlyWhatWasNotCommitted() throws IOException {
        fill(POSITION);
        var other = PopulationFixture.person("Nouvelle", "Anne", "Médecin", null, "Albi");
        var killed = open();
        killed.keep(other, 1);
        killed.refresh();
        killed.close();

        try (var index = open()) {
            assertThat(index.position()).isEqualTo(POSITION);
            assertThat(index.find(other.entryId())).isEmpty();
        }
    }

    @Test
    void beginsAnewWhenAFileIsDamaged() throws IOException {
        fill(POSITION);
        try (var files = Files.list(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
                var bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }

        try (var index = open()) {
            assertThat(index.position()).isEqualTo(Position.NOWHERE);
            assertThat(found(index)).isFalse();
        }
    }

    @Test
    void beginsAnewWhenTheFolderHoldsSomethingElse() throws IOException {
        Files.writeString(folder.resolve("segments_1"), "no index");

        try (var index = open()) {
            assertThat(index.position()).isEqualTo(Position.NOWHERE);
        }
    }

    @Test
    void beginsAnewWhenTheFormatIsAnother() throws IOException {
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
            writer.setLiveCommitData(
                    Map.of("format", "0", "topicId", "topic", "offset.0", "12").entrySet());
            writer.commit();
        }

        try (var index = open()) {
            assertThat(index.position()).isEqualTo(Position.NOWHERE);
        }
    }

    private void fill(Position position) throws IOException {
        try (var index = open()) {
            for (var entry : PopulationFixture.everyone()) {
                index.keep(entry, 1);
            }
            index.refresh();
            index.commit(position);
        }
    }

    private static boolean found(EntryIndex index) throws IOException {
        return !index.find(PopulationFixture.everyone().getFirst().entryId()).isEmpty();
    }

    private EntryIndex open() {
        return EntryIndex.open(folder);
    }
}
