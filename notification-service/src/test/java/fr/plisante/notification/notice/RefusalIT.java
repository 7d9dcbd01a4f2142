package fr.plisante.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.events.notification.NoticeFailed;
import fr.plisante.notification.RunningService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the relay will not take, and what an operator can do about it. */
class RefusalIT extends RunningService {

    private static final List<String> ADMINISTRATOR = List.of("region-administrator");

    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID accountId = UUID.randomUUID();
    private final UUID mailboxId = UUID.randomUUID();
    private final UUID operator = UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Test
    void comesAgainWhenTheRelayAsksFor() {
        var email = "later." + accountId + "@courriel.example";
        say(account(accountId, mailboxId, email), 1);
        say(delivered(mailboxId), 1);

        await().untilAsserted(() -> only(email));
    }

    @Test
    void showsARefusalWithItsReasonAndReplaysIt() throws Exception {
        var email = "refused." + accountId + "@courriel.example";
        say(account(accountId, mailboxId, email), 1);
        var id = say(delivered(mailboxId), 1).id() + ":" + accountId + ":EMAIL";

        await().untilAsserted(() -> assertThat(mine(list("oc", ADMINISTRATOR))).isNotEmpty());
        var failed = mine(list("oc", ADMINISTRATOR)).getFirst();
        assertThat(failed.get("id").asString()).isEqualTo(id);
        assertThat(failed.get("reason").asString()).contains("550 5.1.1 No such user here");
        assertThat(mine(list("paca", ADMINISTRATOR))).isEmpty();
        assertThat(failedEvents())
                .anyMatch(event ->
                        event.contains(failed.get("noticeId").asString()) && event.contains("\"reason\":\"5.1.1\""));
        assertThat(replay(id, "paca", ADMINISTRATOR).statusCode()).isEqualTo(404);
        assertThat(SINK.mailsTo(email)).isEmpty();

        SINK.forgive();
        assertThat(replay(id, "oc", ADMINISTRATOR).statusCode()).isEqualTo(200);
        replay(id, "oc", ADMINISTRATOR);

        await().untilAsserted(() -> only(email));
        await().untilAsserted(
                        () -> assertThat(replay(id, "oc", ADMINISTRATOR).body()).contains("DELIVERED"));
        assertThat(only(email).header("Message-ID"))
                .contains(failed.get("noticeId").asString());
    }

    @Test
    void isForAdministratorsWhoSignedInStrongly() throws Exception {
        assertThat(get(null).statusCode()).isEqualTo(401);
        assertThat(get(NEIGHBOURS.token(operator, "oc", "1", ADMINISTRATOR)).statusCode())
                .isEqualTo(401);
        assertThat(get(NEIGHBOURS.token(operator, "oc", "2", List.of())).statusCode())
                .isEqualTo(403);
        assertThat(replay("x", "oc", List.of()).statusCode()).isEqualTo(403);
        assertThat(replay("x", "oc", ADMINISTRATOR).statusCode()).isEqualTo(404);
    }

    private List<JsonNode> mine(JsonNode page) {
        return page.get("notices")
                .valueStream()
                .filter(notice -> notice.get("accountId").asString().equals(accountId.toString()))
                .toList();
    }

    private JsonNode list(String region, List<String> roles) throws Exception {
        return new JsonMapper()
                .readTree(get(NEIGHBOURS.token(operator, region, "2", roles)).body());
    }

    private HttpResponse<String> get(String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/notification/notices?state=FAILED"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> replay(String id, String region, List<String> roles)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/notification/notices/" + id + "/replay"))
                .header("Authorization", "Bearer " + NEIGHBOURS.token(operator, region, "2", roles))
                .POST(BodyPublishers.noBody());
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> failedEvents() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                System.getProperty("PLISANTE_KAFKA_BOOTSTRAP_SERVERS"),
                ConsumerConfig.GROUP_ID_CONFIG,
                UUID.randomUUID().toString(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(NoticeFailed.TOPIC));
            var events = new java.util.ArrayList<String>();
            await().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> events.add(event.value()));
                return !events.isEmpty();
            });
            return events;
        }
    }
}
