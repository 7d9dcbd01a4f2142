package fr.plisante.directory;

import static fr.plisante.testkit.AnAccount.anAccount;

import com.mongodb.client.MongoDatabase;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.RegistrationEvent;
import fr.plisante.starter.event.OwnedTopics;
import fr.plisante.testkit.Calls;
import fr.plisante.testkit.RealComponents;
import fr.plisante.testkit.Realm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
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

    protected static final String TOKEN = Realm.person(UUID.randomUUID()).token();

    @Autowired
    protected Calls calls;

    @Autowired
    protected MongoDatabase database;

    /** The topics that registration-service owns. */
    @TestConfiguration
    static class Topics {

        @Bean
        OwnedTopics registrationTopics() {
            return OwnedTopics.of(RegistrationEvent.class);
        }
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        registry.add("PLISANTE_INDEX_COMMIT_EVERY", () -> "200ms");
        registry.add("PLISANTE_PORT", () -> "0");
    }

    protected static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
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
        return anAccount()
                .withMailbox(mailboxId)
                .named(givenName, name)
                .specialisedIn("SM04", "Cardiologie")
                .workingIn("1 rue des Lilas", "31000", "Toulouse")
                .redListed(redList)
                .build();
    }
}
