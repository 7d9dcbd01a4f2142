package fr.plisante.local.command;

import fr.plisante.local.Progress;
import java.time.Duration;
import java.util.Locale;

/** One line when a component begins and one when it answers. */
final class TerminalProgress implements Progress {

    @Override
    public void begins(String component) {
        System.out.println("  … " + component);
    }

    @Override
    public void ready(String component, Duration after) {
        System.out.printf(Locale.ROOT, "  ✓ %-22s ready after %.1f s%n", component, after.toMillis() / 1000.0);
    }
}
