package fr.plisante.starter.client;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Stops asking a service that keeps failing, so that callers know at once. It stands around the exchange rather than
 * among the interceptors, because those would hold every upload in memory. A refusal (4xx) is an answer; silence,
 * failures and answers that cannot be read count against the service.
 */
final class GuardedCalls extends HttpExchangeAdapterDecorator {

    private final CircuitBreaker breaker;

    GuardedCalls(HttpExchangeAdapter calls, CircuitBreaker breaker) {
        super(calls);
        this.breaker = breaker;
    }

    @Override
    public void exchange(HttpRequestValues values) {
        ask(() -> {
            super.exchange(values);
            return null;
        });
    }

    @Override
    public HttpHeaders exchangeForHeaders(HttpRequestValues values) {
        return ask(() -> super.exchangeForHeaders(values));
    }

    @Override
    public <T> @Nullable T exchangeForBody(HttpRequestValues values, ParameterizedTypeReference<T> type) {
        return ask(() -> super.exchangeForBody(values, type));
    }

    @Override
    public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues values) {
        return ask(() -> super.exchangeForBodilessEntity(values));
    }

    @Override
    public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues values, ParameterizedTypeReference<T> type) {
        return ask(() -> super.exchangeForEntity(values, type));
    }

    private <T extends @Nullable Object> T ask(Supplier<T> call) {
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException open) {
            throw new ServiceUnavailable(breaker.getName(), open);
        }
        var start = System.nanoTime();
        try {
            var answer = call.get();
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return answer;
        } catch (HttpClientErrorException refusal) {
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            throw refusal;
        } catch (RestClientException | OAuth2AuthorizationException failure) {
            if (isBusy(failure)) {
                breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            } else {
                breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failure);
            }
            throw new ServiceUnavailable(breaker.getName(), failure);
        } catch (RuntimeException failure) {
            // A refusal in a form of the caller's own, or a fault of ours: it says nothing against the service.
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            throw failure;
        }
    }

    /** A service that says when to come back is at work. */
    private static boolean isBusy(RuntimeException failure) {
        return failure instanceof HttpServerErrorException answer
                && answer.getResponseHeaders() != null
                && answer.getResponseHeaders().containsHeader(HttpHeaders.RETRY_AFTER);
    }
}
