package fr.plisante.testkit;

import fr.plisante.local.component.FileTrees;
import fr.plisante.local.component.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The folder of this JVM under the module's target. It goes with the JVM; what a killed one left goes with the next. */
final class OwnFolder {

    private static final Path OWN = make();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private OwnFolder() {}

    static Path path() {
        return OWN;
    }

    /** A new folder in it. */
    static Path fresh(String name) {
        try {
            return Files.createDirectories(OWN.resolve(name + NUMBER.incrementAndGet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path make() {
        var all = Path.of("target", "test-kit").toAbsolutePath();
        try {
            Files.createDirectories(all);
            endLeftovers(all);
            var own = Files.createDirectories(
                    all.resolve(Long.toString(ProcessHandle.current().pid())));
            Running.noted("owner", ProcessHandle.current(), own);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(own), "end-test-kit"));
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void endLeftovers(Path all) throws IOException {
        try (var folders = Files.list(all)) {
            folders.filter(folder -> Running.find(folder, "owner").isEmpty()).forEach(OwnFolder::end);
        }
    }

    private static void end(Path folder) {
        Running.alive(folder.resolve("run")).forEach(Running::kill);
        try {
            FileTrees.delete(folder);
        } catch (UncheckedIOException _) {
            // The service under test still writes into it: the next JVM deletes the rest.
        }
    }
}
