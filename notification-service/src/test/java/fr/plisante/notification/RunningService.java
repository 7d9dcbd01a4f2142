package fr.plisante.notification;

import static fr.plisante.testkit.AnAccount.anAccount;
import static fr.plisante.testkit.AnOrganisation.anOrganisation;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import fr.plisante.events.auth.AuthEvent;
import fr.plisante.events.mailbox.EnvelopeDelivered;
import fr.plisante.events.mailbox.MailboxEvent;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.events.registration.RegistrationEvent;
import fr.plisante.starter.event.OwnedTopics;
import fr.plisante.testkit.Calls;
import fr.plisante.testkit.RealComponents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** The service on real components. */
@RealComponents
@Import({RunningService.Topics.class, Calls.class})
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningService {

    protected static final Sink SINK = new Sink();
    protected static final PasswordLinks PASSWORD_LINKS = new PasswordLinks();

    @Autowired
    protected Calls calls;

    @Autowired
    private MongoDatabase database;

    /** The topics that other services own. */
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
    static void surroundings(DynamicPropertyRegistry registry) {
        SINK.start();
        settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    /** Where this service finds what plays its relay and auth-service. */
    protected static Map<String, String> settings() {
        return Map.of(
                "PLISANTE_SMTP_PORT", Integer.toString(SINK.port()),
                "PLISANTE_SMTP_REST", "1s",
                "PLISANTE_AUTH_URL", PASSWORD_LINKS.url());
    }

    protected static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }

    protected MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    protected static Sink.Got only(String address) {
        assertThat(SINK.mailsTo(address)).hasSize(1);
        return SINK.mailsTo(address).getFirst();
    }

    protected static AccountValidated account(UUID accountId, UUID mailboxId, String email) {
        return anAccount()
                .of(accountId)
                .withMailbox(mailboxId)
                .notifiedAt(email)
                .build();
    }

    protected static MailboxGranted granted(UUID mailboxId, List<UUID> members) {
        return anOrganisation().withMailbox(mailboxId).of(members).build();
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
}
