package fr.plisante.notification.relay;

import fr.plisante.notification.mail.Form;
import fr.plisante.notification.relay.Dispatches.Lane;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One lane's way to the relay: a breaker that leaves a failing relay alone, and a share of its rate. */
final class Relay {

    private static final int TICKS_A_SECOND = 10;
    /** The time-out bounds each answer, so no rule asks how long one took. */
    private static final long UNTIMED = 0;

    private final RelaySettings settings;
    private final String ownName;
    private final Form form;
    private final CircuitBreaker breaker;
    private final RateLimiter limiter;
    private volatile @Nullable Instant failingSince;

    Relay(Lane lane, RelaySettings settings, Form form) {
        this.form = form;
        this.settings = settings;
        this.ownName = form.ownName(lane.name());
        this.breaker = CircuitBreaker.of(
                lane.name(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(8)
                        .minimumNumberOfCalls(4)
                        .waitDurationInOpenState(settings.rest())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .maxWaitDurationInHalfOpenState(Duration.ofMinutes(1))
                        .build());
        breaker.getEventPublisher().onStateTransition(this::note);
        this.limiter = RateLimiter.of(
                lane.name(),
                RateLimiterConfig.custom()
                        .limitRefreshPeriod(Duration.ofSeconds(1).dividedBy(TICKS_A_SECOND))
                        .limitForPeriod(Math.max(1, lane.perSecond() / TICKS_A_SECOND))
                        .timeoutDuration(Duration.ofMillis(250))
                        .build());
    }

    Connection connection() {
        return new Connection(this, new Smtp(settings));
    }

    Form form() {
        return form;
    }

    /** How we greet. */
    String ownName() {
        return ownName;
    }

    /** Waits a moment for leave to use the relay; true must be followed by one of {@link #worked}, {@link #failed}, {@link #unused}. */
    boolean mayUse() {
        return limiter.acquirePermission() && breaker.tryAcquirePermission();
    }

    /** Nothing need be fetched from the store while the relay is left alone. */
    boolean isLeftAlone() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** Since when it is left alone or tried again; null while it works. */
    @Nullable Instant failingSince() {
        return failingSince;
    }

    private void note(CircuitBreakerOnStateTransitionEvent event) {
        if (event.getStateTransition().getToState() == CircuitBreaker.State.CLOSED) {
            failingSince = null;
        } else if (failingSince == null) {
            failingSince = event.getCreationTime().toInstant();
        }
    }

    void worked() {
        breaker.onSuccess(UNTIMED, TimeUnit.NANOSECONDS);
    }

    void failed(Exception e) {
        breaker.onError(UNTIMED, TimeUnit.NANOSECONDS, e);
    }

    void unused() {
        breaker.releasePermission();
    }
}
