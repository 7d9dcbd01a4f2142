package fr.plisante.notification.notice;

import fr.plisante.notification.notice.PasswordLinksClient.PasswordLink;
import fr.plisante.notification.notice.PasswordLinksClient.Wanted;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.UUID;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Asks auth-service for links, and leaves it alone for a while when it does not answer. */
@Component
class PasswordLinks {

    private final PasswordLinksClient client;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "auth-service",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(5)
                    .waitDurationInOpenState(Duration.ofSeconds(5))
                    // "Not yet there" is an answer.
                    .ignoreException(HttpClientErrorException.NotFound.class::isInstance)
                    .build());

    PasswordLinks(PasswordLinksClient client) {
        this.client = client;
    }

    PasswordLink of(UUID accountId) throws PasswordLinkUnavailable {
        try {
            return breaker.executeSupplier(() -> client.create(new Wanted(accountId)));
        } catch (HttpClientErrorException.NotFound e) {
            throw new PasswordLinkUnavailable("account not yet in Keycloak");
        } catch (RestClientException | OAuth2AuthorizationException | CallNotPermittedException e) {
            throw new PasswordLinkUnavailable("auth-service: " + e.getClass().getSimpleName());
        }
    }
}
