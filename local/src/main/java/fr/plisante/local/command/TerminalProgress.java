package fr.plisante.local.command;

import fr.plisante.local.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** One line when a component begins and one when it answers. */
final class TerminalProgress implements Progress {

    private final AtomicReference<String> announcement;

    /** The announcement stands before the first line: nothing is announced that cannot begin. */
    TerminalProgress(String announcement) {
        this.announcement = new AtomicReference<>(announcement);
    }

    @Override
    public void begins(String component) {
        var first = announcement.getAndSet("");
        if (!first.isEmpty()) {
            System.out.println(first);
        }
        System.out.println("  … " + component);
    }

    @Override
    public void ready(String component, Duration after) {
        System.out.printf(Locale.ROOT, "  ✓ %-22s ready after %.1f s%n", component, after.toMillis() / 1000.0);
    }
}
