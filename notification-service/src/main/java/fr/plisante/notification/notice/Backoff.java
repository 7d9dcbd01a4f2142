package fr.plisante.notification.notice;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/** How long to wait before the next attempt: doubling from a second to a quarter of an hour, each with some chance in it so that many don't come back together. */
final class Backoff {

    private static final int LONG_ENOUGH = 12;
    private static final IntervalFunction INTERVALS =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofSeconds(1), 2.0, 0.4, Duration.ofMinutes(15));

    private Backoff() {}

    /** The wait after so many attempts. */
    static Duration after(int attempts) {
        return Duration.ofMillis(INTERVALS.apply(Math.clamp(attempts, 1, LONG_ENOUGH)));
    }
}
