package fr.plisante.notification.relay;

import static fr.plisante.testkit.OtherServices.publish;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.notification.RunningService;
import fr.plisante.testkit.Realm;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The relay goes away and comes back. */
class RelayDownIT extends RunningService {

    private final UUID accountId = UUID.randomUUID();
    private final UUID mailboxId = UUID.randomUUID();
    private final String email = "lea." + accountId + "@courriel.example";

    private boolean isUp = true;

    @AfterEach
    void startRelay() {
        if (!isUp) {
            SINK.start();
        }
    }

    @Test
    void letsNoticesWaitAndBlocksNothing() {
        publish(account(accountId, mailboxId, email), 1);
        publish(delivered(mailboxId), 1);
        await().untilAsserted(() -> only(email));

        SINK.stop();
        isUp = false;
        for (int i = 2; i <= 30; i++) {
            publish(delivered(mailboxId), i);
        }
        await().untilAsserted(() -> assertThat(notices("PENDING")).isGreaterThanOrEqualTo(29));

        await().untilAsserted(
                        () -> assertThat(lane("notices").has("failingSince")).isTrue());

        SINK.start();
        isUp = true;
        await().untilAsserted(() -> assertThat(SINK.mailsTo(email)).hasSizeGreaterThanOrEqualTo(30));
        await().untilAsserted(() -> assertThat(notices("DELIVERED")).isEqualTo(30));
        assertThat(SINK.mailsTo(email).stream()
                        .map(mail -> mail.header("Message-ID"))
                        .distinct())
                .hasSize(30);
        await().untilAsserted(() ->
                assertThat(lane("notices").get("hasDeadThreads").asBoolean()).isFalse());
    }

    /** As whoever is signed in sees it; a relay that is away makes nothing unhealthy. */
    private JsonNode lane(String name) {
        var health =
                calls.get("/actuator/health", Realm.person(UUID.randomUUID()).token());
        assertThat(health.text("status")).isEqualTo("UP");
        return health.body().at("/components/lanes/details/" + name);
    }

    private long notices(String state) {
        return collection("notices")
                .countDocuments(new Document("accountId", accountId.toString())
                        .append("kind", "NEW_ENVELOPE")
                        .append("state", state));
    }
}
