package fr.plisante.local;

import fr.plisante.local.component.StartFailed;
import fr.plisante.local.component.Startup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Everything at once, except that the services wait for the store and Kafka; the first failure ends the rest. */
final class StartingOrder {

    private static final List<String> GROUND = List.of("mongodb", "kafka");

    private final Components components;
    private final Path notes;
    private final Progress progress;

    StartingOrder(Components components, Path notes, Progress progress) {
        this.components = components;
        this.notes = notes;
        this.progress = progress;
    }

    void run() {
        var infrastructure = components.infrastructure();
        var ground = new CountDownLatch(
                (int) infrastructure.stream().filter(GROUND::contains).count());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = new ExecutorCompletionService<Void>(threads);
            for (var name : infrastructure) {
                starts.submit(() -> {
                    start(name);
                    if (GROUND.contains(name)) {
                        ground.countDown();
                    }
                    return null;
                });
            }
            for (var name : Components.SERVICES) {
                starts.submit(() -> {
                    ground.await();
                    start(name);
                    return null;
                });
            }
            try {
                for (var ready = 0; ready < infrastructure.size() + Components.SERVICES.size(); ready++) {
                    starts.take().get();
                }
            } catch (InterruptedException | ExecutionException e) {
                threads.shutdownNow();
                throw reason(e);
            }
        }
    }

    private static RuntimeException reason(Exception failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return failure.getCause() instanceof RuntimeException cause
                ? cause
                : new StartFailed("The start was broken off: " + failure.getMessage(), failure);
    }

    private void start(String name) {
        progress.begins(name);
        var began = System.nanoTime();
        Startup.start(components.launch(name), notes);
        progress.ready(name, Duration.ofNanos(System.nanoTime() - began));
    }
}
