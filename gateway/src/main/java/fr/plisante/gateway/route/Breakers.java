package fr.plisante.gateway.route;

import fr.plisante.gateway.page.Answers;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** One circuit breaker per service: while a service is down its callers are told so at once and it is left in peace. */
@Component
class Breakers {

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);
    private static final Set<HttpStatusCode> DOWN =
            Set.of(HttpStatus.BAD_GATEWAY, HttpStatus.SERVICE_UNAVAILABLE, HttpStatus.GATEWAY_TIMEOUT);

    private final CircuitBreakerRegistry breakers;
    private final Answers answers;

    Breakers(RouteSettings settings, Answers answers) {
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize(10)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(3)
                .build());
        this.answers = answers;
        breakers.getEventPublisher()
                .onEntryAdded(added -> added.getAddedEntry()
                        .getEventPublisher()
                        .onStateTransition(
                                e -> LOG.info("Circuit of {}: {}", e.getCircuitBreakerName(), e.getStateTransition())));
    }

    ServerResponse call(String service, ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        var breaker = breakers.circuitBreaker(service);
        if (!breaker.tryAcquirePermission()) {
            return refusal(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", service);
        }
        var start = System.nanoTime();
        try {
            var response = next.handle(request);
            settle(breaker, response, System.nanoTime() - start);
            return response;
        } catch (ResourceAccessException e) {
            return failed(breaker, e, System.nanoTime() - start);
        } catch (Exception e) {
            breaker.releasePermission();
            throw e;
        }
    }

    private static void settle(CircuitBreaker breaker, ServerResponse response, long nanos) {
        if (DOWN.contains(response.statusCode())) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, new IOException("status " + response.statusCode()));
        } else {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private ServerResponse failed(CircuitBreaker breaker, ResourceAccessException failure, long nanos) {
        if (hasCause(failure, ClientAbortException.class) || hasCause(failure, BadRequestException.class)) {
            breaker.releasePermission();
            return refusal(HttpStatus.BAD_REQUEST, "request-incomplete", breaker.getName());
        }
        breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
        LOG.warn(
                "{} did not answer: {}",
                breaker.getName(),
                failure.getMostSpecificCause().toString());
        return hasCause(failure, SocketTimeoutException.class)
                        && nanos > Duration.ofSeconds(3).toNanos()
                ? refusal(HttpStatus.GATEWAY_TIMEOUT, "service-too-slow", breaker.getName())
                : refusal(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", breaker.getName());
    }

    private ServerResponse refusal(HttpStatus status, String code, String service) {
        return GatewayServerResponse.status(status).build((request, response) -> {
            response.setHeader("Retry-After", "5");
            answers.refuse(request, response, status, code, new ServiceName(service));
            return null;
        });
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The name of a service in the reader's language, resolved by the message source. */
    private record ServiceName(String service) implements MessageSourceResolvable {

        @Override
        public String[] getCodes() {
            return new String[] {"service." + service.toLowerCase(Locale.ROOT)};
        }
    }
}
