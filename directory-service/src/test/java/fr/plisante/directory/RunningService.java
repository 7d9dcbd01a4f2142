package fr.plisante.directory;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.plisante.events.Event;
import fr.plisante.events.Professional;
import fr.plisante.events.Workplace;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.events.registration.RegistrationEvent;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.Outgoing;
import fr.plisante.starter.event.OwnedTopics;
import fr.plisante.starter.event.Publishing;
import fr.plisante.starter.event.PublishingCollection;
import fr.plisante.testkit.Calls;
import fr.plisante.testkit.RealComponents;
import fr.plisante.testkit.Realm;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service on real components, and events said to it as registration-service says them. */
@RealComponents
@Import({RunningService.Topics.class, Calls.class})
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningService {

    protected static final String TOKEN = Realm.person(UUID.randomUUID()).token();

    @Autowired
    protected Calls calls;

    @Autowired
    protected MongoDatabase database;

    @Autowired
    private Outbox outbox;

    @Autowired
    private PublishingCollection<Published> published;

    /** A document that is there for its event. */
    public record Published(@BsonId UUID id, Outgoing outgoing) implements Publishing {

        @Override
        public Bson key() {
            return Filters.eq("_id", id);
        }
    }

    /** The topics that registration-service owns. */
    @TestConfiguration
    static class Topics {

        @Bean
        PublishingCollection<Published> published(MongoDatabase database, Outbox outbox) {
            return outbox.publishing(database.getCollection("published", Published.class));
        }

        @Bean
        OwnedTopics registrationTopics() {
            return OwnedTopics.of(RegistrationEvent.class);
        }
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) throws IOException {
        var folder = Files.createTempDirectory("directory-index");
        registry.add("PLISANTE_INDEX_FOLDER", folder::toString);
        registry.add("PLISANTE_INDEX_COMMIT_EVERY", () -> "200ms");
        registry.add("PLISANTE_PORT", () -> "0");
    }

    protected static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }

    protected void say(Event event, long sequence) {
        published.insertUnlessThere(
                new Published(UUID.randomUUID(), outbox.at(sequence, Origin.service("test"), event)));
    }

    protected List<String> found(Calls service, String q) {
        var path = "/api/directory/entries?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        return service.get(path, TOKEN)
                .body()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("entryId").asString())
                .toList();
    }

    protected static AccountValidated account(UUID mailboxId, String name, String givenName, boolean redList) {
        return new AccountValidated(
                UUID.randomUUID(),
                "oc",
                mailboxId,
                "PER",
                mailboxId + "@medecin.oc.mssante.example",
                "DR",
                name,
                givenName,
                new Professional("10", "Médecin", "SM04", "Cardiologie"),
                null,
                mailboxId + "@courriel.example",
                "fr",
                "Europe/Paris",
                new Workplace(null, null, null, "1 rue des Lilas", "31000", "Toulouse"),
                redList,
                true,
                List.of());
    }

    protected static MailboxGranted granted(UUID mailboxId, String name) {
        return new MailboxGranted(
                mailboxId,
                "oc",
                "secretariat." + mailboxId + "@ch-exemple.oc.mssante.example",
                name,
                new Workplace(null, "CH Exemple", "Cardiologie", null, "31000", "Toulouse"),
                false,
                true,
                List.of(UUID.randomUUID()));
    }
}
