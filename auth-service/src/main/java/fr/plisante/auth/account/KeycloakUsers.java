package fr.plisante.auth.account;

import fr.plisante.auth.account.KeycloakClient.Link;
import fr.plisante.auth.account.KeycloakClient.User;
import fr.plisante.auth.account.KeycloakClient.WantedLink;
import fr.plisante.events.registration.AccountValidated;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Keycloak's users, known by our account id. */
@Component
class KeycloakUsers {

    /** The roles that accounts carry; Keycloak's own are none of our business. */
    private static final Set<String> OURS = Set.of(AccountValidated.REGION_ADMINISTRATOR);

    private final KeycloakClient keycloak;

    KeycloakUsers(KeycloakClient keycloak) {
        this.keycloak = keycloak;
    }

    /** Makes the user what the account is; doing it again changes nothing. */
    void put(AccountValidated account) {
        var known = find(account.accountId());
        write(known, account);
        var user = known.or(() -> find(account.accountId())).orElseThrow();
        roles(id(user), account.roles());
    }

    private void write(Optional<User> known, AccountValidated account) {
        try {
            if (known.isPresent()) {
                keycloak.update(id(known.get()), User.of(account, null));
            } else {
                keycloak.create(User.of(account, account.email()));
            }
        } catch (HttpClientErrorException.Conflict e) {
            // It is tried again for ever, and the accounts behind it wait: an operator must decide whose address it is.
            throw new IllegalStateException(
                    "Keycloak has another user with the e-mail address of account " + account.accountId()
                            + ": remove that user, or give it another address",
                    e);
        }
    }

    /**
     * Lets nobody in as this user. Keycloak keeps the user, so that a tombstone published by mistake can be undone by
     * publishing the account again.
     */
    void disable(UUID accountId) {
        find(accountId).ifPresent(user -> keycloak.update(id(user), user.disabled()));
    }

    /** A link with which the account's owner chooses a password; none while Keycloak has no such user. */
    Optional<Link> passwordLink(UUID accountId) {
        return find(accountId).map(user -> keycloak.passwordLink(new WantedLink(id(user))));
    }

    private Optional<User> find(UUID accountId) {
        return keycloak.find(accountId).stream()
                .filter(user -> user.isOf(accountId))
                .findFirst();
    }

    private static String id(User known) {
        return Objects.requireNonNull(known.id());
    }

    private void roles(String id, List<String> wanted) {
        var held = keycloak.roles(id);
        for (var name : OURS) {
            var role = held.stream().filter(one -> one.name().equals(name)).findFirst();
            if (role.isPresent() != wanted.contains(name)) {
                var method = role.isPresent() ? HttpMethod.DELETE : HttpMethod.POST;
                keycloak.changeRoles(method, id, List.of(role.orElseGet(() -> keycloak.role(name))));
            }
        }
    }
}
