package fr.plisante.gateway.session;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import fr.plisante.starter.store.Fields;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Repository;

/**
 * The sessions, shared by every gateway.
 *
 * <p>A session that was stored before is only updated, never inserted again. Otherwise a request that is still open when
 * the person signs out would bring the session back. A changed id is the exception: the session is inserted under the
 * new id, if it was still there to delete under the old one. A session that did not change is not written.
 */
@Repository
class Sessions implements SessionRepository<LiveSession> {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final MongoCollection<SessionDocument> sessions;
    private final SessionSeal seal;
    private final SessionSettings settings;
    private final Clock clock;

    Sessions(MongoDatabase database, SessionSeal seal, SessionSettings settings, Clock clock) {
        this.sessions = database.getCollection("sessions", SessionDocument.class);
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
        sessions.createIndex(Indexes.ascending("sid"));
        sessions.createIndex(Indexes.ascending("subject"));
        sessions.createIndex(Indexes.ascending("expiresAt"));
    }

    @Override
    public LiveSession createSession() {
        var session = LiveSession.fresh();
        session.setMaxInactiveInterval(settings.signInWithin());
        return session;
    }

    @Override
    public void save(LiveSession session) {
        if (session.changed()) {
            write(session);
        } else if (session.touched(SessionSettings.TOUCH_EVERY)) {
            sessions.updateOne(
                    byId(session.getId()),
                    Updates.combine(
                            Updates.set("accessedAt", session.getLastAccessedTime()),
                            Updates.set("expiresAt", session.expiresAt())));
            session.stored();
        }
    }

    private void write(LiveSession session) {
        var person = person(session);
        session.setMaxInactiveInterval(person == null ? settings.signInWithin() : settings.idle());
        var document = document(session, person);
        var storedId = session.storedId();
        if (storedId == null) {
            sessions.insertOne(document);
        } else if (storedId.equals(session.getId())) {
            sessions.updateOne(byId(storedId), Fields.set(document));
        } else if (sessions.deleteOne(byId(storedId)).getDeletedCount() == 1) {
            sessions.insertOne(document);
        }
        session.stored();
    }

    private SessionDocument document(LiveSession session, @Nullable OidcUser person) {
        var id = SessionIds.digest(session.getId());
        return new SessionDocument(
                id,
                person == null ? null : person.getSubject(),
                person == null ? null : person.getIdToken().getClaimAsString("sid"),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.expiresAt(),
                seal.seal(session.attributes(), id));
    }

    private static @Nullable OidcUser person(LiveSession session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        var authentication = context == null ? null : context.getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof OidcUser person ? person : null;
    }

    @Override
    public @Nullable LiveSession findById(String id) {
        var document = sessions.find(byId(id)).first();
        if (document == null || document.expiresAt().isBefore(clock.instant())) {
            return null;
        }
        try {
            return LiveSession.of(id, document, seal.open(document.sealed(), document.id()));
        } catch (GeneralSecurityException e) {
            LOG.warn("A stored session cannot be opened with today's key; its owner signs in again", e);
            return null;
        }
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteOne(byId(id));
    }

    long endByKeycloakSession(String sid) {
        return sessions.deleteMany(Filters.eq("sid", sid)).getDeletedCount();
    }

    long endBySubject(String subject) {
        return sessions.deleteMany(Filters.eq("subject", subject)).getDeletedCount();
    }

    private static Bson byId(String id) {
        return Filters.eq("_id", SessionIds.digest(id));
    }

    /** Expiry is checked at every read; this only keeps the collection small. */
    @Scheduled(fixedDelayString = "PT5M")
    void sweep() {
        sessions.deleteMany(Filters.lt("expiresAt", clock.instant()));
    }
}
