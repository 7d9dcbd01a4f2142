package fr.plisante.keycloak.password;

import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Keycloak's form, with the three gaps closed through which the time of its answer told whether an account exists: an
 * empty password, an account that has no password yet, and an account that is locked.
 */
final class PasswordForm extends UsernamePasswordForm {

    PasswordForm(KeycloakSession session) {
        super(session);
    }

    @Override
    public boolean validatePassword(
            AuthenticationFlowContext context, UserModel user, MultivaluedMap<String, String> form, boolean clearUser) {
        var password = form.getFirst("password");
        if (password == null
                || password.isEmpty()
                || !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)) {
            AuthenticatorUtils.dummyHash(context);
        }
        return super.validatePassword(context, user, form, clearUser);
    }

    @Override
    protected boolean isDisabledByBruteForce(AuthenticationFlowContext context, UserModel user) {
        var locked = super.isDisabledByBruteForce(context, user);
        if (locked) {
            AuthenticatorUtils.dummyHash(context);
        }
        return locked;
    }
}
