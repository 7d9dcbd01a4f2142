package fr.plisante.keycloak.code;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes the code step known to Keycloak as {@code plisante-code}; public because Keycloak makes it by reflection. */
public final class CodeAuthenticatorFactory implements AuthenticatorFactory {

    private @Nullable CodesClient codes;

    @Override
    public String getId() {
        return "plisante-code";
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new CodeAuthenticator(Objects.requireNonNull(codes, "postInit comes first"));
    }

    @Override
    public void init(Config.Scope config) {
        // The one setting is an environment variable that every part of Plisanté reads under the same name.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        codes = new CodesClient(
                Objects.requireNonNullElse(System.getenv("PLISANTE_AUTH_URL"), "http://127.0.0.1:8083"));
    }

    @Override
    public void close() {
        if (codes != null) {
            codes.close();
        }
    }

    @Override
    public String getDisplayType() {
        return "Plisanté e-mailed code";
    }

    /** Keycloak's brute-force counter sees failures of this category only, beside passwords and recovery codes. */
    @Override
    public String getReferenceCategory() {
        return CodeAuthenticator.CATEGORY;
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public String getHelpText() {
        return "Asks for the six digits that auth-service sent by e-mail.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
