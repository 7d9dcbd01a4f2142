package fr.plisante.local.command;

import fr.plisante.local.Layout;
import fr.plisante.local.Platform;
import fr.plisante.local.component.Running;
import fr.plisante.local.component.Startup;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** {@code ./plisante up}: starts, shows what there is, and watches until Ctrl-C. */
final class Up {

    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Layout layout;

    Up(Layout layout) {
        this.layout = layout;
    }

    void run() {
        System.out.println("Plisanté starts. MongoDB is " + layout.store().title() + ": "
                + layout.store().promise() + ".");
        var began = System.nanoTime();
        var platform = Platform.start(layout, step -> System.out.println("  " + step));
        var ready = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        var samples = Samples.load(platform);
        System.out.println();
        new Overview(platform).print(samples);
        System.out.printf(
                Locale.ROOT,
                "Ready after %.1f s; all processes together take %,d MB of memory. Ctrl-C stops everything.%n",
                ready,
                platform.residentBytes() >> 20);
        trainLater(platform);
        watch(platform);
    }

    /** The caches shorten the next start; PLISANTE_AOT=off leaves the machine alone. */
    private static void trainLater(Platform platform) {
        if (!"off".equals(System.getenv("PLISANTE_AOT"))) {
            Thread.ofPlatform().daemon().name("aot").start(platform::train);
        }
    }

    /** Says it once when a component ends that nobody stopped. */
    private static void watch(Platform platform) {
        Set<String> missing = new TreeSet<>();
        var self = ProcessHandle.current().pid();
        while (platform.running().stream().map(Running::pid).anyMatch(pid -> pid == self)) {
            for (var name : platform.names()) {
                if (platform.isRunning(name)) {
                    missing.remove(name);
                } else if (missing.add(name)) {
                    System.out.println(name + " has stopped; ./plisante restart " + name
                            + " starts it again. The end of its log (" + platform.log(name) + "):\n  "
                            + Startup.lastWords(platform.log(name)));
                }
            }
            try {
                Thread.sleep(GLANCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
