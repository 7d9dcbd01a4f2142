package fr.plisante.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import fr.plisante.events.Event;
import fr.plisante.events.Professional;
import fr.plisante.events.Workplace;
import fr.plisante.events.auth.AuthEvent;
import fr.plisante.events.mailbox.EnvelopeDelivered;
import fr.plisante.events.mailbox.MailboxEvent;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.events.registration.RegistrationEvent;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.OwnedTopics;
import fr.plisante.starter.event.PendingEvent;
import fr.plisante.testkit.RealComponents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service on real components, and events said to it as its neighbours say them. */
@RealComponents
@Import(RunningService.Topics.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningService {

    protected static final Sink SINK = new Sink();
    protected static final Neighbours NEIGHBOURS = new Neighbours();
    protected static final Path KEYSET = keysetFile();
    private static final KeysetHandle CODE_KEY = codeKey();

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Outbox outbox;

    /** The topics that the neighbours own. */
    @TestConfiguration
    static class Topics {

        @Bean
        OwnedTopics registrationTopics() {
            return OwnedTopics.of(RegistrationEvent.class);
        }

        @Bean
        OwnedTopics mailboxTopics() {
            return OwnedTopics.of(MailboxEvent.class);
        }

        @Bean
        OwnedTopics authTopics() {
            return OwnedTopics.of(AuthEvent.class);
        }
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) throws IOException, GeneralSecurityException {
        SINK.start();
        Files.writeString(
                KEYSET,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        CODE_KEY, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        registry.add("PLISANTE_CODE_PRIVATE_KEYSET_FILE", KEYSET::toString);
        registry.add("PLISANTE_SMTP_PORT", SINK::port);
        registry.add("PLISANTE_SMTP_REST", () -> "1s");
        registry.add("PLISANTE_AUTH_URL", NEIGHBOURS::url);
        registry.add("PLISANTE_KEYCLOAK_URL", () -> NEIGHBOURS.url() + "/auth");
        registry.add("PLISANTE_ISSUER", () -> Neighbours.ISSUER);
        registry.add("PLISANTE_PORT", () -> "0");
    }

    protected static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }

    protected MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    protected PendingEvent say(Event event, long sequence) {
        var pending = outbox.pending(event, sequence, Origin.service("test"));
        say(pending);
        return pending;
    }

    /** Says an event, perhaps not for the first time. */
    protected void say(PendingEvent... pending) {
        outbox.publish(database.getCollection("said"), UUID.randomUUID(), 0, List.of(pending));
    }

    protected PendingEvent pending(Event event, long sequence) {
        return outbox.pending(event, sequence, Origin.service("test"));
    }

    protected static String sealed(String code, String signInId) {
        try {
            var key = CODE_KEY.getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
            var utf8 = java.nio.charset.StandardCharsets.UTF_8;
            return java.util.Base64.getEncoder()
                    .encodeToString(key.encrypt(code.getBytes(utf8), signInId.getBytes(utf8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static Sink.Got only(String address) {
        assertThat(SINK.mailsTo(address)).hasSize(1);
        return SINK.mailsTo(address).getFirst();
    }

    protected static AccountValidated account(UUID accountId, UUID mailboxId, String email) {
        return new AccountValidated(
                accountId,
                "oc",
                mailboxId,
                "PER",
                accountId + "@medecin.oc.mssante.example",
                "DR",
                "D’Aubigné",
                "Léa",
                new Professional("10", "Médecin", null, null),
                null,
                email,
                "fr",
                "Europe/Paris",
                new Workplace(null, null, null, null, null, null),
                false,
                true,
                List.of());
    }

    protected static MailboxGranted granted(UUID mailboxId, List<UUID> members) {
        return new MailboxGranted(
                mailboxId,
                "oc",
                "secretariat@ch-exemple.oc.mssante.example",
                "Secrétariat Cardiologie",
                new Workplace(null, "CH Exemple", "Cardiologie", null, null, null),
                false,
                true,
                members);
    }

    protected static EnvelopeDelivered delivered(UUID mailboxId) {
        var envelope = UUID.randomUUID();
        return new EnvelopeDelivered(
                envelope,
                mailboxId,
                "oc",
                null,
                "received:" + envelope,
                "lea@medecin.oc.mssante.example",
                UUID.randomUUID(),
                "jean.martin@medecin.oc.mssante.example",
                "Dr Jean Martin\r\nBcc: x@example.test",
                1000,
                1,
                Instant.now(),
                Instant.now());
    }

    private static Path keysetFile() {
        try {
            return Files.createTempFile("code", ".json");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeysetHandle codeKey() {
        try {
            HybridConfig.register();
            return KeysetHandle.generateNew(KeyTemplates.get("DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
