package fr.plisante.bench;

import fr.plisante.samples.SamplePerson;
import fr.plisante.samples.Tokens;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sample person who writes and reads through the gateway's API with a real token. */
final class Correspondent {

    static final JsonMapper JSON = JsonMapper.shared();

    private final SamplePerson person;
    private final AtomicReference<Tokens> tokens;
    private final UUID mailboxId;

    private Correspondent(SamplePerson person, Tokens tokens, UUID mailboxId) {
        this.person = person;
        this.tokens = new AtomicReference<>(tokens);
        this.mailboxId = mailboxId;
    }

    static Correspondent of(SamplePerson person, Tokens tokens, URI gateway) {
        var answer = Calls.send(tokens, gateway, "GET", "/api/mailbox/mailboxes", null);
        for (JsonNode mailbox : JSON.readTree(answer.body()).get("items")) {
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

    UUID mailboxId() {
        return mailboxId;
    }

    /** Begins a draft and sends it; its id is the key that makes a repeat harmless. */
    HttpResponse<String> send(URI gateway, UUID draftId, List<String> to, String subject, String html) {
        var begun = begin(gateway, draftId);
        return begun.statusCode() >= 500 || begun.statusCode() == 429
                ? begun
                : sendDraft(gateway, draftId, to, subject, html);
    }

    /** Begins a draft under this id. */
    HttpResponse<String> begin(URI gateway, UUID draftId) {
        return call(gateway, "POST", "/drafts", Map.of("draftId", draftId));
    }

    /** A message without a draft, of which all but the ids and addresses is said already. */
    HttpResponse<String> sendFrom(URI gateway, UUID mailbox, UUID draftId, List<String> to, String subjectAndText) {
        return Calls.send(
                fresh(),
                gateway,
                "POST",
                "/api/mailbox/mailboxes/" + mailbox + "/envelopes",
                "{\"draftId\":\"%s\",\"unsaved\":true,\"to\":[\"%s\"],\"cc\":[],\"uploads\":[],%s}"
                        .formatted(draftId, String.join("\",\"", to), subjectAndText));
    }

    /** A request about anything. */
    HttpResponse<String> get(URI gateway, String path) {
        return Calls.send(fresh(), gateway, "GET", path, null);
    }

    /** Sends a draft that was begun. */
    HttpResponse<String> sendDraft(URI gateway, UUID draftId, List<String> to, String subject, String html) {
        return call(
                gateway,
                "POST",
                "/envelopes",
                Map.of(
                        "draftId", draftId, "to", to, "cc", List.of(), "subject", subject, "html", html, "uploads",
                        List.of()));
    }

    /** The id in the answer to a message that was accepted. */
    static UUID envelopeId(HttpResponse<String> accepted) {
        return UUID.fromString(JSON.readTree(accepted.body()).get("envelopeId").asString());
    }

    /** Every entry of a folder, page by page. */
    List<JsonNode> entries(URI gateway, String folder) {
        var entries = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = JSON.readTree(call(gateway, "GET", "/entries?limit=100&folder=" + folder + cursor, null)
                    .body());
            page.get("items").forEach(entries::add);
            cursor =
                    page.path("next").isString() ? "&cursor=" + page.get("next").asString() : "";
        } while (!cursor.isEmpty());
        return entries;
    }

    /** A request about this person's own mailbox; the path goes on from it. */
    HttpResponse<String> call(URI gateway, String method, String path, @Nullable Object body) {
        return Calls.send(fresh(), gateway, method, "/api/mailbox/mailboxes/" + mailboxId + path, body);
    }

    SamplePerson person() {
        return person;
    }

    /** A token that is good now. */
    String token() {
        return fresh().access();
    }

    private Tokens fresh() {
        return tokens.updateAndGet(Tokens::valid);
    }
}
