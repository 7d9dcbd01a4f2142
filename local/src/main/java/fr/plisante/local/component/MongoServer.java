package fr.plisante.local.component;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Which MongoDB is used, and what it promises: never guessed from the machine. */
public enum MongoServer {
    EMBEDDED(
            "the embedded store (mongo-java-server on one H2 file)",
            "a killed process loses nothing, a power cut may lose the last writes, large volumes are slow;"
                    + " set PLISANTE_MONGODB_URI to use a real MongoDB"),
    SECANTUS(
            "SecantusDB (secantusd-rs, WiredTiger), for tests",
            "every acknowledged write is on disk; beta, one node, for tests only"),
    CONTAINER("a MongoDB container", "a real mongod, one node, for as long as this run"),
    GIVEN("the MongoDB named by PLISANTE_MONGODB_URI", "what that server promises");

    private final String title;
    private final String promise;

    MongoServer(String title, String promise) {
        this.title = title;
        this.promise = promise;
    }

    public String title() {
        return title;
    }

    public String promise() {
        return promise;
    }

    /** PLISANTE_MONGODB_URI first, then PLISANTE_TEST_STORE, else the embedded store. */
    public static MongoServer chosen(Map<String, String> environment) {
        if (!environment.getOrDefault("PLISANTE_MONGODB_URI", "").isBlank()) {
            return GIVEN;
        }
        return named(environment.getOrDefault("PLISANTE_TEST_STORE", "embedded"));
    }

    public static MongoServer named(String name) {
        return switch (name) {
            case "", "embedded" -> EMBEDDED;
            case "secantus" -> SECANTUS;
            case "containers" -> CONTAINER;
            default ->
                throw new StartFailed(
                        "PLISANTE_TEST_STORE is \"" + name + "\"; it may be embedded, secantus or containers.");
        };
    }

    /** How the two stores that are processes of ours are started. */
    public Launch launch(ProjectFolders project, Path folder, Path log, int port) {
        var command = switch (this) {
            case EMBEDDED -> embedded(project, folder, port);
            case SECANTUS -> secantus(folder, port);
            case CONTAINER, GIVEN -> throw new IllegalStateException(this + " is not started as a process");
        };
        return new Launch(
                "mongodb", command, Map.of(), folder, log, List.of(port), new Health.Port(port), Duration.ofMinutes(3));
    }

    private static List<String> embedded(ProjectFolders project, Path folder, int port) {
        return JavaProcess.command(
                256,
                List.of(
                        "-Dio.netty.noUnsafe=true",
                        "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz mongodb %4$s: %5$s%6$s%n",
                        "-cp",
                        project.localClassPath(folder),
                        "fr.plisante.local.store.EmbeddedStore",
                        Integer.toString(port),
                        folder.toString()));
    }

    private static List<String> secantus(Path folder, int port) {
        var binary = System.getenv("PLISANTE_SECANTUSD");
        if (binary == null || !Path.of(binary).toFile().canExecute()) {
            throw new StartFailed("PLISANTE_TEST_STORE=secantus needs PLISANTE_SECANTUSD, the path of secantusd-rs"
                    + " (cargo install secantus-mdb --version 0.5.3-beta.196 --ignore-rust-version --root DIR).");
        }
        return List.of(
                binary,
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--storage-path",
                folder.resolve("data").toString(),
                "--cache-size",
                "256M",
                "--sync-on-commit");
    }
}
