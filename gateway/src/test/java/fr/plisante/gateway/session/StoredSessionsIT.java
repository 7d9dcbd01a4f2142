package fr.plisante.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import fr.plisante.starter.store.Keysets;
import fr.plisante.testkit.RealComponents;
import fr.plisante.testkit.StoredDocument;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** A signed-in session of the first release, sealed by the key of {@code stored/session-keyset.json}. */
@RealComponents
class StoredSessionsIT {

    private static final String COOKIE = "stored-session-of-2026-11";
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    private static final String CLIENTS =
            HttpSessionOAuth2AuthorizedClientRepository.class.getName() + ".AUTHORIZED_CLIENTS";

    private final Aead key = Keysets.read(Path.of("src/test/resources/stored/session-keyset.json"), Aead.class);

    private MongoClient client;
    private MongoDatabase database;
    private Sessions sessions;
    private StoredDocument stored;

    /** What only a newer version can read, once its name was changed in the sealed bytes. */
    record Unknown(String text) implements Serializable {}

    @BeforeEach
    void open() {
        client = MongoClients.create(System.getProperty("PLISANTE_MONGODB_URI"));
        database = client.getDatabase("gateway-" + UUID.randomUUID());
        var settings = new SessionSettings(
                Duration.ofHours(2), Duration.ofMinutes(30), Path.of("unused"), URI.create("http://localhost"));
        sessions = new Sessions(database, new SessionSeal(key), settings, Clock.fixed(NOW, ZoneOffset.UTC));
        stored = StoredDocument.put(database, "sessions-2026-11");
    }

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void knowsThePersonAndTheTokens() {
        var session = sessions.findById(COOKIE);

        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        Map<String, OAuth2AuthorizedClient> clients = session.getAttribute(CLIENTS);
        var person = (OidcUser) context.getAuthentication().getPrincipal();
        assertThat(person.getSubject()).isEqualTo("stored-person");
        assertThat(person.getIdToken().getClaimAsString("sid")).isEqualTo("stored-sid");
        assertThat(clients.get("keycloak").getRefreshToken().getTokenValue()).isEqualTo("stored-refresh-token");
    }

    @Test
    void changesTheSessionAndErasesNothing() {
        var session = sessions.findById(COOKIE);
        session.setAttribute("page", "/boites/1");
        session.setLastAccessedTime(NOW);
        sessions.save(session);

        assertThat(sessions.findById(COOKIE).<String>getAttribute("page")).isEqualTo("/boites/1");
        assertThat(stored.now().get("sealed")).isNotEqualTo(stored.before().get("sealed"));
        assertThat(stored.erased()).isEmpty();
    }

    @Test
    void notesAClickAndErasesNothing() {
        var session = sessions.findById(COOKIE);
        session.setLastAccessedTime(NOW);
        sessions.save(session);

        assertThat(stored.now().getDateTime("accessedAt").getValue()).isEqualTo(NOW.toEpochMilli());
        assertThat(stored.erased()).isEmpty();
    }

    @Test
    void asksForASignInWhenOnlyANewerVersionKnowsAnAttribute() {
        var id = SessionIds.digest(COOKIE);
        var newer = new SessionSeal(new OfANewerVersion(key));
        database.getCollection("sessions")
                .updateOne(
                        Filters.eq("_id", id),
                        Updates.set("sealed", newer.seal(Map.of("later", new Unknown("text")), id)));

        assertThat(sessions.findById(COOKIE)).isNull();
    }

    /** Seals the bytes of a class that nobody has here. */
    private record OfANewerVersion(Aead key) implements Aead {

        @Override
        public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
            var text = new String(plain, StandardCharsets.ISO_8859_1).replace("$Unknown", "$Unknowm");
            return key.encrypt(text.getBytes(StandardCharsets.ISO_8859_1), associated);
        }

        @Override
        public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
            return key.decrypt(sealed, associated);
        }
    }
}
