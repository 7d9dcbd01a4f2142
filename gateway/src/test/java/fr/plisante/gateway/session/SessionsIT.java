package fr.plisante.gateway.session;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import fr.plisante.testkit.RealComponents;
import fr.plisante.testkit.TestKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

@RealComponents
class SessionsIT {

    private static final SessionSettings SETTINGS = new SessionSettings(
            Duration.ofHours(2), Duration.ofMinutes(30), Path.of("unused"), URI.create("http://localhost"));

    private MongoClient client;
    private MongoDatabase database;
    private Sessions sessions;

    @BeforeEach
    void open() {
        client = MongoClients.create(System.getProperty("PLISANTE_MONGODB_URI"));
        database = client.getDatabase("gateway-" + UUID.randomUUID());
        sessions = new Sessions(
                database, SessionSeal.fromFile(TestKeys.fresh().files().sessionKey()), SETTINGS, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void findsWhatWasSaved() {
        var session = saved(Map.of("page", "/boites/1"));

        var found = sessions.findById(session.getId());

        assertThat(found).isNotNull();
        assertThat(found.<String>getAttribute("page")).isEqualTo("/boites/1");
    }

    @Test
    void storesNeitherTheCookieNorTheAttributes() {
        var session = saved(Map.of("page", "marque-visible"));

        var stored = database.getCollection("sessions").find().first();

        assertThat(stored).isNotNull();
        assertThat(stored.toJson()).doesNotContain(session.getId(), "marque-visible");
    }

    @Test
    void anOpenRequestDoesNotBringAnEndedSessionBack() {
        var session = saved(Map.of("page", "/"));
        var open = sessions.findById(session.getId());
        sessions.deleteById(session.getId());

        open.setAttribute("page", "/later");
        sessions.save(open);

        assertThat(sessions.findById(session.getId())).isNull();
    }

    @Test
    void anEndedSessionDoesNotComeBackUnderANewId() {
        var session = saved(Map.of("page", "/"));
        var open = sessions.findById(session.getId());
        sessions.deleteById(session.getId());

        var changed = open.changeSessionId();
        sessions.save(open);

        assertThat(sessions.findById(changed)).isNull();
    }

    @Test
    void aChangedIdLeavesNothingUnderTheOldOne() {
        var session = saved(Map.of("page", "/"));
        var before = session.getId();

        var after = session.changeSessionId();
        sessions.save(session);

        assertThat(sessions.findById(before)).isNull();
        assertThat(sessions.findById(after)).isNotNull();
    }

    @Test
    void anUnchangedSessionIsNotWritten() {
        var session = saved(Map.of("page", "/"));
        var before = database.getCollection("sessions").find().first();

        var found = sessions.findById(session.getId());
        found.setLastAccessedTime(Instant.now());
        sessions.save(found);

        assertThat(database.getCollection("sessions").find().first()).isEqualTo(before);
    }

    @Test
    void aClickAfterAMinuteIsNoted() {
        var session = saved(Map.of("page", "/"));
        var found = sessions.findById(session.getId());

        found.setLastAccessedTime(Instant.now().plusSeconds(90));
        sessions.save(found);

        assertThat(sessions.findById(session.getId()).getLastAccessedTime())
                .isAfter(Instant.now().plusSeconds(60));
    }

    @Test
    void anExpiredSessionIsNotFoundAndIsSweptAway() {
        var session = saved(Map.of("page", "/"));
        database.getCollection("sessions")
                .updateOne(
                        new Document(),
                        Updates.set("expiresAt", Date.from(Instant.now().minusSeconds(1))));

        assertThat(sessions.findById(session.getId())).isNull();

        sessions.sweep();
        assertThat(database.getCollection("sessions").countDocuments()).isZero();
    }

    @Test
    void keycloakEndsEverySessionOfItsSignIn() {
        var first = signedIn("sid-1");
        var second = signedIn("sid-1");
        var other = signedIn("sid-2");

        var ended = sessions.endByKeycloakSession("sid-1");

        assertThat(ended).isEqualTo(2);
        assertThat(sessions.findById(first.getId())).isNull();
        assertThat(sessions.findById(second.getId())).isNull();
        assertThat(sessions.findById(other.getId())).isNotNull();
    }

    @Test
    void onlyASignedInSessionLastsTwoHours() {
        assertThat(saved(Map.of()).getMaxInactiveInterval()).isEqualTo(Duration.ofMinutes(30));
        assertThat(signedIn("sid-3").getMaxInactiveInterval()).isEqualTo(Duration.ofHours(2));
        assertThat(database.getCollection("sessions").countDocuments(eq("subject", "person")))
                .isEqualTo(1);
    }

    private LiveSession saved(Map<String, Object> attributes) {
        var session = sessions.createSession();
        attributes.forEach(session::setAttribute);
        sessions.save(session);
        return session;
    }

    private LiveSession signedIn(String sid) {
        var token = OidcIdToken.withTokenValue("token")
                .subject("person")
                .claim("sid", sid)
                .build();
        var person = new DefaultOidcUser(List.of(), token);
        return saved(Map.of(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new OAuth2AuthenticationToken(person, List.of(), "plisante"))));
    }
}
