package fr.plisante.gateway.session;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
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
 * <p>A known session is only ever replaced, never inserted again: a request that is still open when the person signs out
 * would otherwise bring the session back to life. A session that did not change is not written.
 */
@Repository
class Sessions implements SessionRepository<StoredSession> {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final MongoCollection<Document> sessions;
    private final SessionSeal seal;
    private final SessionSettings settings;

    Sessions(MongoDatabase database, SessionSeal seal, SessionSettings settings) {
        this.sessions = database.getCollection("sessions").withWriteConcern(WriteConcern.MAJORITY);
        this.seal = seal;
        this.settings = settings;
        sessions.createIndex(Indexes.ascending("sid"));
        sessions.createIndex(Indexes.ascending("subject"));
        sessions.createIndex(Indexes.ascending("expiresAt"));
    }

    @Override
    public StoredSession createSession() {
        var session = StoredSession.fresh();
        session.setMaxInactiveInterval(settings.signInWithin());
        return session;
    }

    @Override
    public void save(StoredSession session) {
        if (session.changed()) {
            write(session);
        } else if (session.touched(SessionSettings.TOUCH_EVERY)) {
            sessions.updateOne(
                    eq("_id", SessionIds.digest(session.getId())),
                    combine(
                            set("accessedAt", Date.from(session.getLastAccessedTime())),
                            set("expiresAt", Date.from(session.expiresAt()))));
            session.stored();
        }
    }

    private void write(StoredSession session) {
        var person = person(session);
        session.setMaxInactiveInterval(person == null ? settings.signInWithin() : settings.idle());
        var document = document(session, person);
        var storedId = session.storedId();
        if (storedId == null) {
            sessions.insertOne(document.toBson());
        } else if (storedId.equals(session.getId())) {
            sessions.replaceOne(eq("_id", document.id()), document.toBson());
        } else if (sessions.deleteOne(eq("_id", SessionIds.digest(storedId))).getDeletedCount() == 1) {
            sessions.insertOne(document.toBson());
        }
        session.stored();
    }

    private SessionDocument document(StoredSession session, @Nullable OidcUser person) {
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

    private static @Nullable OidcUser person(StoredSession session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        var authentication = context == null ? null : context.getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof OidcUser person ? person : null;
    }

    @Override
    public @Nullable StoredSession findById(String id) {
        var bson = sessions.find(eq("_id", SessionIds.digest(id))).first();
        if (bson == null) {
            return null;
        }
        var document = SessionDocument.of(bson);
        if (document.expiresAt().isBefore(Instant.now())) {
            return null;
        }
        try {
            return StoredSession.of(id, document, seal.open(document.sealed(), document.id()));
        } catch (GeneralSecurityException e) {
            LOG.warn("A stored session cannot be opened with today's key; its owner signs in again", e);
            return null;
        }
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteOne(eq("_id", SessionIds.digest(id)));
    }

    long endByKeycloakSession(String sid) {
        return sessions.deleteMany(eq("sid", sid)).getDeletedCount();
    }

    long endBySubject(String subject) {
        return sessions.deleteMany(eq("subject", subject)).getDeletedCount();
    }

    /** Expiry is checked at every read; this only keeps the collection small. */
    @Scheduled(fixedDelayString = "PT5M")
    void sweep() {
        sessions.deleteMany(lt("expiresAt", Date.from(Instant.now())));
    }
}
