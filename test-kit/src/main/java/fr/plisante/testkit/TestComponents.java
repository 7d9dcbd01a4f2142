package fr.plisante.testkit;

import fr.plisante.local.component.KafkaBroker;
import fr.plisante.local.component.MongoServer;
import fr.plisante.local.component.ProjectFolders;
import fr.plisante.local.component.StartFailed;
import fr.plisante.local.component.Startup;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The store and the Kafka of this JVM: two providers (processes, containers), one abstraction. */
record TestComponents(MongoServer store, String mongodbUri, String kafkaBootstrapServers) {

    private static final String MONGODB = "PLISANTE_MONGODB_URI";
    private static final String KAFKA = "PLISANTE_KAFKA_BOOTSTRAP_SERVERS";

    private static @Nullable TestComponents started;

    /** Starts them once for the JVM; they end with it. */
    static synchronized TestComponents start() {
        if (started == null) {
            started = startNow();
            System.setProperty(MONGODB, started.mongodbUri);
            // Tests move the clock of a service, which the store's does not follow.
            System.setProperty("PLISANTE_STORE_MAX_CLOCK_SKEW", "1d");
            System.setProperty(KAFKA, started.kafkaBootstrapServers);
            System.out.println("Tests run on " + started.store.title() + " at " + started.mongodbUri + ", Kafka at "
                    + started.kafkaBootstrapServers);
        }
        return started;
    }

    private static TestComponents startNow() {
        var store = MongoServer.chosen(System.getenv());
        if (store == MongoServer.CONTAINER) {
            return new TestComponents(store, ContainerComponents.startMongodb(), ContainerComponents.startKafka());
        }
        var folder = OwnFolder.path();
        var kafka = CompletableFuture.supplyAsync(() -> given(KAFKA, startKafka(folder)));
        try {
            var uri = store == MongoServer.GIVEN ? System.getenv(MONGODB) : startStore(store, folder);
            return new TestComponents(store, uri, kafka.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailed failed ? failed : e;
        }
    }

    private static String given(String variable, Supplier<String> otherwise) {
        var value = System.getenv(variable);
        return value != null && !value.isBlank() ? value : otherwise.get();
    }

    private static String startStore(MongoServer store, Path folder) {
        var port = Startup.freePort();
        var launch = store.launch(
                ProjectFolders.find(), folder.resolve("mongodb"), folder.resolve("logs/mongodb.log"), port);
        Startup.start(launch, folder.resolve("run"));
        return "mongodb://127.0.0.1:" + port + "/";
    }

    private static Supplier<String> startKafka(Path folder) {
        return () -> {
            var port = Startup.freePort();
            var launch = KafkaBroker.launch(
                    ProjectFolders.find(),
                    folder.resolve("kafka"),
                    folder.resolve("logs/kafka.log"),
                    port,
                    Startup.freePort());
            Startup.start(launch, folder.resolve("run"));
            return "127.0.0.1:" + port;
        };
    }
}
