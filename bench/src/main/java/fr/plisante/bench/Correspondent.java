package fr.plisante.bench;

import fr.plisante.local.sample.SamplePerson;
import fr.plisante.local.sample.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sample person who writes and reads through the gateway's API with a real token. */
final class Correspondent {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final SamplePerson person;
    private final AtomicReference<Tokens> tokens;
    private final UUID mailboxId;

    private Correspondent(SamplePerson person, Tokens tokens, UUID mailboxId) {
        this.person = person;
        this.tokens = new AtomicReference<>(tokens);
        this.mailboxId = mailboxId;
    }

    static Correspondent of(SamplePerson person, Tokens tokens, URI gateway) {
        var answer = call(
                tokens,
                HttpRequest.newBuilder(gateway.resolve("/api/mailbox/mailboxes"))
                        .GET());
        for (JsonNode mailbox : JSON.readTree(answer.body())) {
            if (mailbox.get("own").asBoolean()) {
                return new Correspondent(
                        person, tokens, UUID.fromString(mailbox.get("mailboxId").asString()));
            }
        }
        throw new IllegalStateException(person.email() + " has no mailbox: " + answer.body());
    }

    String address() {
        return person.address();
    }

    String email() {
        return person.email();
    }

    UUID mailboxId() {
        return mailboxId;
    }

    /** Begins a draft and sends it; its id is the key that makes a repeat harmless. */
    HttpResponse<String> send(URI gateway, UUID draftId, List<String> to, String object, String html) {
        var begun = call(
                fresh(),
                HttpRequest.newBuilder(gateway.resolve("/api/mailbox/mailboxes/" + mailboxId + "/drafts"))
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(30))
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("draftId", draftId)))));
        if (begun.statusCode() >= 500 || begun.statusCode() == 429) {
            return begun;
        }
        var letter = Map.of(
                "draftId", draftId, "to", to, "cc", List.of(), "subject", object, "html", html, "uploads", List.of());
        return call(
                fresh(),
                HttpRequest.newBuilder(gateway.resolve("/api/mailbox/mailboxes/" + mailboxId + "/envelopes"))
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(30))
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(letter))));
    }

    /** Every entry of a folder, page by page. */
    List<JsonNode> entries(URI gateway, String folder) {
        var entries = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = JSON.readTree(call(
                            fresh(),
                            HttpRequest.newBuilder(gateway.resolve("/api/mailbox/mailboxes/" + mailboxId
                                            + "/entries?limit=100&folder=" + folder + cursor))
                                    .GET())
                    .body());
            page.get("entries").forEach(entries::add);
            cursor = page.path("next").isNull() || page.path("next").isMissingNode()
                    ? ""
                    : "&before=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        return entries;
    }

    private Tokens fresh() {
        return tokens.updateAndGet(Tokens::valid);
    }

    private static HttpResponse<String> call(Tokens tokens, HttpRequest.Builder request) {
        try {
            return HTTP.send(
                    request.header("Authorization", "Bearer " + tokens.access()).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NoAnswer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The request may have been carried out or not: repeat it with the same key. */
    static final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoAnswer(IOException cause) {
            super(cause);
        }
    }
}
