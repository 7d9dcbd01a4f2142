package fr.plisante.auth.account;

import fr.plisante.auth.account.KeycloakClient.Link;
import fr.plisante.auth.account.KeycloakClient.Role;
import fr.plisante.auth.account.KeycloakClient.User;
import fr.plisante.auth.account.KeycloakClient.WantedLink;
import fr.plisante.events.registration.AccountValidated;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Keycloak's users, known by our account id; left alone for a while when Keycloak does not answer. */
@Component
class KeycloakUsers {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakUsers.class);

    /** The roles that accounts carry; Keycloak's own are none of our business. */
    private static final Set<String> OURS = Set.of(AccountValidated.REGION_ADMINISTRATOR);

    private final KeycloakClient keycloak;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "keycloak",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(5)
                    .waitDurationInOpenState(Duration.ofSeconds(5))
                    // Keycloak answered: it is there.
                    .ignoreException(HttpClientErrorException.class::isInstance)
                    .build());

    KeycloakUsers(KeycloakClient keycloak) {
        this.keycloak = keycloak;
    }

    /** Makes the user what the account is; doing it again changes nothing. */
    void put(AccountValidated account) {
        var known = find(account.accountId());
        if (known.isEmpty()) {
            // Refused if the address is another user's: that is for an operator to see, again and again.
            call(() -> keycloak.create(user(account, account.email())));
        }
        var id = id(known.or(() -> find(account.accountId())).orElseThrow());
        if (known.isPresent()) {
            call(() -> keycloak.update(id, user(account, null)));
        }
        roles(id, Set.copyOf(account.roles()));
    }

    /**
     * Lets nobody in as this user. Keycloak keeps the user, so that a tombstone published by mistake can be undone by
     * publishing the account again.
     */
    void disable(UUID accountId) {
        find(accountId).ifPresent(user -> call(() -> keycloak.update(id(user), user.disabled())));
    }

    /** A link with which the account's owner chooses a password; none while Keycloak has no such user. */
    Optional<Link> passwordLink(UUID accountId) {
        return find(accountId).map(user -> ask(() -> keycloak.passwordLink(new WantedLink(id(user)))));
    }

    private Optional<User> find(UUID accountId) {
        var text = accountId.toString();
        return ask(() -> keycloak.find(accountId)).stream()
                .filter(user -> user.attributes() != null
                        && user.attributes()
                                .getOrDefault("accountId", List.of())
                                .contains(text))
                .findFirst();
    }

    private static String id(User known) {
        return Objects.requireNonNull(known.id());
    }

    /** The address is verified because an authority has checked it. The user name is given once: it is the address. */
    private static User user(AccountValidated account, @Nullable String username) {
        return new User(
                null,
                username,
                account.email(),
                true,
                true,
                account.givenName(),
                account.familyName(),
                Map.of(
                        "accountId", List.of(account.accountId().toString()),
                        "regionId", List.of(account.regionId()),
                        "locale", List.of(account.language())));
    }

    private void roles(String id, Set<String> wanted) {
        var held = ask(() -> keycloak.roles(id)).stream()
                .filter(role -> OURS.contains(role.name()))
                .toList();
        var names = held.stream().map(Role::name).collect(Collectors.toSet());
        var missing = wanted.stream()
                .filter(OURS::contains)
                .filter(name -> !names.contains(name))
                .map(name -> ask(() -> keycloak.role(name)))
                .toList();
        var surplus =
                held.stream().filter(role -> !wanted.contains(role.name())).toList();
        if (!missing.isEmpty()) {
            call(() -> keycloak.changeRoles(HttpMethod.POST, id, missing));
        }
        if (!surplus.isEmpty()) {
            call(() -> keycloak.changeRoles(HttpMethod.DELETE, id, surplus));
        }
    }

    private void call(Runnable request) {
        ask(() -> {
            request.run();
            return true;
        });
    }

    private <T> T ask(Supplier<T> request) {
        try {
            return breaker.executeSupplier(request);
        } catch (HttpClientErrorException e) {
            throw e;
        } catch (RestClientException | OAuth2AuthorizationException | CallNotPermittedException e) {
            LOG.warn("Keycloak does not answer: {}", e.toString());
            throw new KeycloakUnavailable();
        }
    }
}
