package fr.plisante.notification.notice;

import java.time.Instant;
import java.util.UUID;
import org.springframework.security.oauth2.client.annotation.ClientRegistrationId;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** auth-service makes the links that lead to choosing a password; 404 while Keycloak does not know the account. */
@ClientRegistrationId("notification-service")
interface PasswordLinksClient {

    /** Whose link. */
    record Wanted(UUID accountId) {}

    /** The link, and until when it leads anywhere. */
    record PasswordLink(String url, Instant expiresAt) {}

    /** A new link for an account. */
    @PostExchange("/internal/password-links")
    PasswordLink create(@RequestBody Wanted wanted);
}
