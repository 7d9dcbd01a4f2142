package fr.plisante.gateway.signin;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Keycloak is for the browser and for the gateway.
 *
 * @param publicUrl the one origin that people see
 * @param issuer the realm as browsers and tokens name it
 * @param keycloakUrl Keycloak reached directly, path {@code /auth} included
 */
@ConfigurationProperties("plisante.sign-in")
record SignInSettings(URI publicUrl, String issuer, String keycloakUrl, String clientId, String clientSecret) {

    boolean https() {
        return "https".equals(publicUrl.getScheme());
    }
}
