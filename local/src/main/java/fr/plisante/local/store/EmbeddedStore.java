package fr.plisante.local.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Main class of the store's process: {@code EmbeddedStore <port> <folder>}. */
final class EmbeddedStore {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);
    private static final long WORTH_COMPACTING = 32L << 20;
    private static final int COMPACTION_SLICE_MILLIS = 200;

    private EmbeddedStore() {}

    public static void main(String[] args) throws IOException {
        var port = Integer.parseInt(args[0]);
        var file = Path.of(args[1]).resolve("store.mv.db");
        Files.createDirectories(Path.of(args[1]));
        compactBeforeOpening(file, WORTH_COMPACTING);
        var store = open(file);
        var backend = new CommittingBackend(store);
        var server = new MongoServer(backend);
        compactWhenIdle(backend, store);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "shutdown"));
        server.bind("127.0.0.1", port);
        LOG.info("embedded store answers on 127.0.0.1:{}, data in {}", port, file);
    }

    static MVStore open(Path file) {
        // Both automatic commits are off: only CommittingBackend knows when no write is half done.
        var store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(32)
                .open();
        store.setVersionsToKeep(0);
        return store;
    }

    /** The file grows several times over its data while it is busy. */
    static void compactBeforeOpening(Path file, long worthCompacting) throws IOException {
        MVStoreTool.compactCleanUp(file.toString());
        if (Files.exists(file) && Files.size(file) > worthCompacting) {
            var before = Files.size(file);
            MVStoreTool.compact(file.toString(), false);
            LOG.info("compacted {} from {} to {} bytes", file, before, Files.size(file));
        }
    }

    private static void compactWhenIdle(CommittingBackend backend, MVStore store) {
        var compaction = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("compaction").factory());
        var seen = new long[] {0, 0};
        var _ = compaction.scheduleWithFixedDelay(
                () -> {
                    var written = backend.written();
                    var idle = written == seen[0];
                    seen[0] = written;
                    if (idle && written != seen[1] && !store.isClosed()) {
                        seen[1] = written;
                        store.compactFile(COMPACTION_SLICE_MILLIS);
                    }
                },
                10,
                10,
                TimeUnit.SECONDS);
    }
}
