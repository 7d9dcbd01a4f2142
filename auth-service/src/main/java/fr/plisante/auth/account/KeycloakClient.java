package fr.plisante.auth.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.plisante.events.registration.AccountValidated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.annotation.ClientRegistrationId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The few calls of Keycloak's admin API that we need (ADR 0010), and our own one for password links. */
@ClientRegistrationId("auth-service")
interface KeycloakClient {

    /** A user; what is null is left as it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record User(
            @Nullable String id,
            @Nullable String username,
            String email,
            boolean emailVerified,
            boolean enabled,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable Map<String, List<String>> attributes) {

        /** The address is verified because an authority has checked it. The user name is given once: it is the address. */
        static User of(AccountValidated account, @Nullable String username) {
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

        boolean isOf(UUID accountId) {
            return attributes != null
                    && attributes.getOrDefault("accountId", List.of()).contains(accountId.toString());
        }

        User disabled() {
            return new User(null, null, email, emailVerified, false, firstName, lastName, attributes);
        }
    }

    /** A realm role. */
    record Role(String id, String name) {}

    /** Whose link. */
    record WantedLink(String userId) {}

    /** A link that leads to choosing a password. */
    record Link(String url, Instant expiresAt) {}

    @GetExchange("/admin/realms/plisante/users?q=accountId:{accountId}&briefRepresentation=false&max=2")
    List<User> find(@PathVariable UUID accountId);

    @PostExchange("/admin/realms/plisante/users")
    void create(@RequestBody User user);

    @PutExchange("/admin/realms/plisante/users/{id}")
    void update(@PathVariable String id, @RequestBody User user);

    @GetExchange("/admin/realms/plisante/roles/{name}")
    Role role(@PathVariable String name);

    @GetExchange("/admin/realms/plisante/users/{id}/role-mappings/realm")
    List<Role> roles(@PathVariable String id);

    /** Adds ({@code POST}) or takes away ({@code DELETE}). */
    @HttpExchange("/admin/realms/plisante/users/{id}/role-mappings/realm")
    void changeRoles(HttpMethod method, @PathVariable String id, @RequestBody List<Role> roles);

    @PostExchange("/realms/plisante/plisante/password-links")
    Link passwordLink(@RequestBody WantedLink wanted);
}
