package fr.plisante.keycloak.mail;

import java.util.HashMap;
import java.util.Map;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;

/** Hands a mail over to {@link Outgoing} and answers at once. */
final class BackgroundMails implements EmailSenderProvider {

    private final KeycloakSession session;
    private final Outgoing outgoing;

    BackgroundMails(KeycloakSession session, Outgoing outgoing) {
        this.session = session;
        this.outgoing = outgoing;
    }

    @Override
    public void send(Map<String, String> config, String address, String subject, String text, String html)
            throws EmailException {
        var realm = session.getContext().getRealm().getName();
        var mail = new Outgoing.Mail(realm, new HashMap<>(config), address, subject, text, html);
        if (!outgoing.accept(session.getKeycloakSessionFactory(), mail)) {
            throw new EmailException("too many mails wait for the relay");
        }
    }

    @Override
    public void validate(Map<String, String> config) throws EmailException {
        session.getProvider(EmailSenderProvider.class, BackgroundMailsFactory.REAL)
                .validate(config);
    }

    @Override
    public void close() {
        // Outgoing belongs to the factory.
    }
}
