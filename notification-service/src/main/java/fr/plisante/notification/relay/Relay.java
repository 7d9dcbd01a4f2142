package fr.plisante.notification.relay;

import fr.plisante.notification.mail.Form;
import fr.plisante.notification.mail.Mail;
import fr.plisante.notification.relay.Dispatches.Lane;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** One lane's way to the relay: a breaker that leaves a failing relay alone, and a share of its rate. */
final class Relay {

    private static final int TICKS_A_SECOND = 10;
    /** The time-out bounds each answer, so no rule asks how long one took. */
    private static final long UNTIMED = 0;

    private final RelaySettings settings;
    private final Session session;
    private final Form form;
    private final CircuitBreaker breaker;
    private final RateLimiter limiter;

    Relay(Lane lane, RelaySettings settings, Form form) {
        this.form = form;
        this.settings = settings;
        this.session = session(settings, form.ownName(lane.name()));
        this.breaker = CircuitBreaker.of(
                lane.name(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(8)
                        .minimumNumberOfCalls(4)
                        .waitDurationInOpenState(settings.rest())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .maxWaitDurationInHalfOpenState(Duration.ofMinutes(1))
                        .build());
        this.limiter = RateLimiter.of(
                lane.name(),
                RateLimiterConfig.custom()
                        .limitRefreshPeriod(Duration.ofSeconds(1).dividedBy(TICKS_A_SECOND))
                        .limitForPeriod(Math.max(1, lane.perSecond() / TICKS_A_SECOND))
                        .timeoutDuration(Duration.ofMillis(250))
                        .build());
    }

    Connection connection() throws MessagingException {
        return new Connection(this, session.getTransport("smtp"));
    }

    /** Opens a connection, with the account at the relay if there is one. */
    void connect(Transport transport) throws MessagingException {
        transport.connect(settings.username(), settings.password());
    }

    MimeMessage message(Mail mail) throws MessagingException {
        return form.of(mail, session);
    }

    /** Waits a moment for leave to use the relay; true must be followed by one of {@link #worked}, {@link #failed}, {@link #unused}. */
    boolean mayUse() {
        return limiter.acquirePermission() && breaker.tryAcquirePermission();
    }

    /** Nothing need be fetched from the store while the relay is left alone. */
    boolean isLeftAlone() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
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

    private static Session session(RelaySettings settings, String ownName) {
        var properties = new Properties();
        var millis = Long.toString(settings.timeout().toMillis());
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.localhost", ownName);
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.starttls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.starttls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.auth", Boolean.toString(settings.authenticates()));
        return Session.getInstance(properties);
    }
}
