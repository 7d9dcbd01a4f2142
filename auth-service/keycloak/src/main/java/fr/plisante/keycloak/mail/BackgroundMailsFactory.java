package fr.plisante.keycloak.mail;

import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailSenderProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Puts {@link BackgroundMails} before Keycloak's own sender; public because Keycloak makes it by reflection. */
public final class BackgroundMailsFactory implements EmailSenderProviderFactory {

    /** Keycloak's own sender, which really speaks SMTP. */
    static final String REAL = "default";

    private @Nullable Outgoing outgoing;

    @Override
    public String getId() {
        return "plisante";
    }

    /** Keycloak takes the highest one when its options name none. */
    @Override
    public int order() {
        return 100;
    }

    @Override
    public EmailSenderProvider create(KeycloakSession session) {
        return new BackgroundMails(session, outgoing());
    }

    /** Made at the first mail, so that no thread is born while Keycloak is being built. */
    private synchronized Outgoing outgoing() {
        if (outgoing == null) {
            outgoing = new Outgoing();
        }
        return outgoing;
    }

    @Override
    public void init(Config.Scope config) {
        // The relay is a setting of the realm.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public synchronized void close() {
        if (outgoing != null) {
            outgoing.close();
        }
    }
}
