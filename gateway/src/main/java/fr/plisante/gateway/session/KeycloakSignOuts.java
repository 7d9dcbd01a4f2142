package fr.plisante.gateway.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.stereotype.Component;

/**
 * Ends our sessions when Keycloak reports over the back channel that its session ended.
 *
 * <p>Each stored session has its {@code sid}, so nothing is registered here. Nothing is returned either: the framework
 * would then call itself with a cookie that Spring Session does not use.
 */
@Component
class KeycloakSignOuts implements OidcSessionRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakSignOuts.class);

    private final Sessions sessions;

    KeycloakSignOuts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation info) {
        // The stored session holds its sid from the sign-in on.
    }

    @Override
    @SuppressWarnings("NullAway") // the interface is unmarked; its contract allows null here
    public @Nullable OidcSessionInformation removeSessionInformation(String clientSessionId) {
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        var sid = token.getSessionId();
        var subject = token.getSubject();
        var ended =
                sid != null ? sessions.endByKeycloakSession(sid) : subject != null ? sessions.endBySubject(subject) : 0;
        LOG.info("Keycloak ended a sign-in: {} session(s) closed", ended);
        return List.of();
    }
}
