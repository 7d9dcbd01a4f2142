package fr.plisante.gateway.route;

import fr.plisante.gateway.page.AnswerWriter;
import fr.plisante.gateway.page.GatewayRefusals;
import fr.plisante.starter.web.Refusal;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * One circuit breaker per service: while a service is down, callers get 503 at once and it gets no requests. An answer
 * of a service passes through even if it counts as a failure.
 */
@Component
class RouteBreakers {

    private static final Logger LOG = LoggerFactory.getLogger(RouteBreakers.class);
    private static final Set<HttpStatusCode> DOWN =
            Set.of(HttpStatus.BAD_GATEWAY, HttpStatus.SERVICE_UNAVAILABLE, HttpStatus.GATEWAY_TIMEOUT);

    /** A time limit that strikes earlier is the one for connecting. */
    private static final Duration SLOW = Duration.ofSeconds(3);

    private final CircuitBreakerRegistry breakers;
    private final AnswerWriter answers;

    RouteBreakers(RouteSettings settings, AnswerWriter answers) {
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize(10)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(3)
                .recordResult(RouteBreakers::isDown)
                .ignoreException(failure -> !isServicesFault(failure))
                .build());
        this.answers = answers;
        breakers.getEventPublisher()
                .onEntryAdded(added -> added.getAddedEntry()
                        .getEventPublisher()
                        .onStateTransition(
                                e -> LOG.info("Circuit of {}: {}", e.getCircuitBreakerName(), e.getStateTransition())));
    }

    ServerResponse call(String service, ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        var start = System.nanoTime();
        try {
            return breakers.circuitBreaker(service).executeCallable(() -> next.handle(request));
        } catch (CallNotPermittedException open) {
            return refused(GatewayRefusals.serviceUnavailable(service));
        } catch (ResourceAccessException failure) {
            if (isCallersFault(failure)) {
                return refused(GatewayRefusals.requestIncomplete());
            }
            LOG.warn(
                    "{} did not answer: {}",
                    service,
                    failure.getMostSpecificCause().toString());
            return failure.contains(SocketTimeoutException.class) && System.nanoTime() - start > SLOW.toNanos()
                    ? refused(GatewayRefusals.serviceTooSlow(service))
                    : refused(GatewayRefusals.serviceUnavailable(service));
        }
    }

    /** A service that says when to come back is at work. */
    private static boolean isDown(Object response) {
        return response instanceof ServerResponse answer
                && DOWN.contains(answer.statusCode())
                && !answer.headers().containsHeader(HttpHeaders.RETRY_AFTER);
    }

    private static boolean isServicesFault(Throwable failure) {
        return failure instanceof ResourceAccessException noAnswer && !isCallersFault(noAnswer);
    }

    /** The caller went away or sent half a body. */
    private static boolean isCallersFault(ResourceAccessException failure) {
        return failure.contains(ClientAbortException.class) || failure.contains(BadRequestException.class);
    }

    private ServerResponse refused(Refusal refusal) {
        return GatewayServerResponse.status(refusal.status()).build((request, response) -> {
            answers.refuse(request, response, refusal);
            return null;
        });
    }
}
