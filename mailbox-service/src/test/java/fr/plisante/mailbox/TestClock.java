package fr.plisante.mailbox;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Begins a minute after ten minutes began, so that no test's readings lie on two sides of that border. */
@TestConfiguration(proxyBeanMethods = false)
class TestClock {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Bean
    Clock clock() {
        var system = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        var since = Duration.ofMillis(system.millis() % TEN_MINUTES.toMillis());
        return Clock.offset(system, Duration.ofMinutes(1).minus(since));
    }
}
