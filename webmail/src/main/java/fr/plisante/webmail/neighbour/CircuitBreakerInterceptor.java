package fr.plisante.webmail.neighbour;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Stops asking a neighbour that keeps failing, so that a page says so at once. */
final class CircuitBreakerInterceptor implements ClientHttpRequestInterceptor {

    private final CircuitBreaker breaker;

    CircuitBreakerInterceptor(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException open) {
            throw new NeighbourUnavailable(breaker.getName(), open);
        }
        var start = System.nanoTime();
        try {
            var response = execution.execute(request, body);
            if (response.getStatusCode().is5xxServerError()) {
                var failure = new NeighbourUnavailable(breaker.getName(), null);
                breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failure);
                response.close();
                throw failure;
            }
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return response;
        } catch (IOException unanswered) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, unanswered);
            throw new NeighbourUnavailable(breaker.getName(), unanswered);
        }
    }
}
