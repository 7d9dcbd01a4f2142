package fr.plisante.keycloak.password;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/** Makes the password step known to Keycloak as {@code plisante-password}; public because Keycloak makes it by reflection. */
public final class PasswordFormFactory extends UsernamePasswordFormFactory {

    @Override
    public String getId() {
        return "plisante-password";
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasswordForm(session);
    }

    @Override
    public String getDisplayType() {
        return "Plisanté password form";
    }
}
