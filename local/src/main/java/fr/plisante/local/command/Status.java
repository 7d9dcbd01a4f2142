package fr.plisante.local.command;

import fr.plisante.local.Platform;
import fr.plisante.local.component.Running;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code ./plisante status}. */
final class Status {

    private final Platform platform;

    Status(Platform platform) {
        this.platform = platform;
    }

    void print() {
        var running = platform.running().stream().collect(Collectors.toMap(Running::name, Function.identity()));
        System.out.printf("%-24s %-12s %8s %6s %9s%n", "component", "state", "process", "port", "memory");
        for (var name : platform.names()) {
            line(name, running.remove(name));
        }
        running.values().stream()
                .filter(process -> !process.name().equals("launcher"))
                .forEach(process -> line(process.name(), process));
        System.out.printf(
                Locale.ROOT,
                "All together %,d MB; data and logs in %s%n",
                platform.residentBytes() >> 20,
                platform.layout().data());
    }

    private void line(String name, @Nullable Running process) {
        if (process == null) {
            System.out.printf("%-24s %-12s%n", name, "not running");
            return;
        }
        var training = name.startsWith("aot-");
        System.out.printf(
                Locale.ROOT,
                "%-24s %-12s %8d %6s %6d MB%n",
                name,
                training ? "training" : platform.healthy(name) ? "healthy" : "not ready",
                process.pid(),
                training ? "-" : platform.layout().port(name),
                process.residentBytes() >> 20);
    }
}
