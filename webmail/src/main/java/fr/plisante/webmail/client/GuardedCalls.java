package fr.plisante.webmail.client;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.ResourceAccessException;

/**
 * Stops asking a service that keeps failing, so that a page says so at once. It stands around the client rather than
 * among its interceptors, because those would hold every upload in memory.
 */
record GuardedCalls(Object client, CircuitBreaker breaker) implements InvocationHandler {

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException open) {
            throw new ServiceUnavailable(breaker.getName(), open);
        }
        var start = System.nanoTime();
        try {
            var answer = method.invoke(client, arguments);
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return answer;
        } catch (InvocationTargetException thrown) {
            throw judged(Objects.requireNonNull(thrown.getCause()), System.nanoTime() - start);
        }
    }

    /** A refusal is an answer; only silence and failures of the service count against it. */
    private Throwable judged(Throwable failure, long took) {
        switch (failure) {
            case ServiceUnavailable unavailable -> breaker.onError(took, TimeUnit.NANOSECONDS, unavailable);
            case ResourceAccessException unanswered -> {
                breaker.onError(took, TimeUnit.NANOSECONDS, unanswered);
                return new ServiceUnavailable(breaker.getName(), unanswered);
            }
            default -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        }
        return failure;
    }
}
