package fr.plisante.local;

import fr.plisante.local.component.StartFailed;
import fr.plisante.local.component.Startup;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Everything at once, except that the services wait for the store and Kafka; the first failure ends the rest. */
final class StartingOrder {

    private static final List<String> GROUND = List.of("mongodb", "kafka");

    private final Components components;
    private final Path notes;
    private final Consumer<String> progress;

    StartingOrder(Components components, Path notes, Consumer<String> progress) {
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
            for (var name : Platform.SERVICES) {
                starts.submit(() -> {
                    ground.await();
                    start(name);
                    return null;
                });
            }
            try {
                for (var ready = 0; ready < infrastructure.size() + Platform.SERVICES.size(); ready++) {
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
        progress.accept("… " + name);
        var began = System.nanoTime();
        Startup.start(components.launch(name), notes);
        progress.accept(
                String.format(Locale.ROOT, "✓ %-22s ready after %.1f s", name, (System.nanoTime() - began) / 1e9));
    }
}
