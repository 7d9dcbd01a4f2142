package fr.plisante.keycloak.password;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts {@link PasswordLinks} under {@code /realms/<realm>/plisante}; public because Keycloak makes it by reflection. */
public final class PasswordLinksFactory implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return "plisante";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new PasswordLinks(session);
            }

            @Override
            public void close() {
                // Nothing is held beyond the request.
            }
        };
    }

    @Override
    public void init(Config.Scope config) {
        // No setting.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // Nothing to let go.
    }
}
