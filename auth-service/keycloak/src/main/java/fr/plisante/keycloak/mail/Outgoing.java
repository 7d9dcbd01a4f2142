package fr.plisante.keycloak.mail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Mails on their way to the relay, in memory: a link lives half an hour and its owner can ask for another, so a mail
 * lost by a crash is not worth a queue on disk.
 */
final class Outgoing implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Outgoing.class);
    private static final int AT_ONCE = 2;
    private static final int WAITING_AT_MOST = 1_000;
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final Semaphore room = new Semaphore(WAITING_AT_MOST);
    private final ExecutorService threads =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().name("mail-", 0)::unstarted);

    record Mail(String realm, Map<String, String> config, String address, String subject, String text, String html) {}

    /** False when no more mails may wait. */
    boolean accept(KeycloakSessionFactory sessions, Mail mail) {
        if (!room.tryAcquire()) {
            return false;
        }
        threads.execute(() -> send(sessions, mail, 0));
        return true;
    }

    private void send(KeycloakSessionFactory sessions, Mail mail, int failures) {
        // The mail library looks its parts up through the thread's class loader.
        Thread.currentThread().setContextClassLoader(Outgoing.class.getClassLoader());
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> send(session, mail));
            room.release();
        } catch (RuntimeException e) {
            if (failures == PAUSES.size()) {
                room.release();
                LOG.errorf(e, "gave up a mail \"%s\" after %d tries", mail.subject(), failures + 1);
                return;
            }
            var pause = PAUSES.get(failures);
            LOG.warnf("a mail \"%s\" did not leave, next try in %s: %s", mail.subject(), pause, e.getMessage());
            CompletableFuture.delayedExecutor(pause.toSeconds(), TimeUnit.SECONDS, threads)
                    .execute(() -> send(sessions, mail, failures + 1));
        }
    }

    private static void send(KeycloakSession session, Mail mail) {
        session.getContext().setRealm(session.realms().getRealmByName(mail.realm()));
        try {
            session.getProvider(EmailSenderProvider.class, BackgroundMailsFactory.REAL)
                    .send(mail.config(), mail.address(), mail.subject(), mail.text(), mail.html());
        } catch (EmailException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
