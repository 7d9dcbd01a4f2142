package fr.plisante.keycloak.code;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.Urls;

/** The token with which Keycloak itself speaks to auth-service, signed with the realm's active key. */
final class CodesToken {

    private static final int LIFESPAN_SECONDS = 60;

    private CodesToken() {}

    static String sign(KeycloakSession session) {
        var context = session.getContext();
        var token = new AccessToken();
        token.id(KeycloakModelUtils.generateId());
        token.type("Bearer");
        token.issuer(Urls.realmIssuer(
                context.getUri().getBaseUri(), context.getRealm().getName()));
        token.subject("keycloak");
        token.issuedFor("keycloak");
        token.audience("plisante");
        token.setScope("one-time-codes");
        var now = Time.currentTimeSeconds();
        token.iat(now);
        token.exp(now + LIFESPAN_SECONDS);
        return session.tokens().encode(token);
    }
}
