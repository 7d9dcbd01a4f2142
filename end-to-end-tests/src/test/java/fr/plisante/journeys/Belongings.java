package fr.plisante.journeys;

import fr.plisante.samples.SamplePerson;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * What a person has that is nobody else's business: a letter with an attachment and a draft with an upload. The letter
 * is to themselves, so that it has no second party.
 *
 * @param words in the letter, the draft and the names of their files
 */
record Belongings(
        String mailboxId,
        String entryId,
        String part,
        String draftId,
        String uploadId,
        String contactId,
        String words) {

    static Belongings of(SamplePerson person, AccessRequests gateway, String token) {
        var words = "Confidentiel-" + UUID.randomUUID();
        var mailbox = "/api/mailbox/mailboxes/" + mailbox(gateway, token);

        var letter = draft(person, gateway, token, mailbox, words);
        var envelope = gateway.json(token, "POST", mailbox + "/envelopes", letter)
                .get("envelopeId")
                .asString();
        var entry = "received:" + envelope;
        Awaitility.await("delivery of the letter")
                .atMost(Duration.ofSeconds(60))
                .until(() -> gateway.status(token, mailbox + "/entries/" + entry) == 200);

        var part = gateway.json(token, "GET", mailbox + "/entries/" + entry, null)
                .get("parts")
                .get(0)
                .get("part")
                .asString();

        var draft = draft(person, gateway, token, mailbox, words);
        var contact = gateway.json(token, "GET", "/api/directory/entries?address=" + person.address(), null)
                .get("items")
                .get(0)
                .get("entryId")
                .asString();
        return new Belongings(
                mailbox(gateway, token),
                entry,
                part,
                (String) draft.get("draftId"),
                (String) ((List<?>) draft.get("uploads")).getFirst(),
                contact,
                words);
    }

    /** Leaves the mailbox as other journeys expect it. */
    void remove(AccessRequests gateway, String token) {
        var mailbox = "/api/mailbox/mailboxes/" + mailboxId;
        gateway.send(gateway.to(mailbox + "/drafts/" + draftId, token).DELETE().build());
        for (var entry : List.of(entryId, entryId.replace("received:", "sent:"))) {
            gateway.send(gateway.to(mailbox + "/entries/" + entry + "/folder", token)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString("{\"folder\":\"trash\"}"))
                    .build());
            gateway.send(
                    gateway.to(mailbox + "/entries/" + entry, token).DELETE().build());
        }
    }

    static String mailbox(AccessRequests gateway, String token) {
        for (JsonNode mailbox :
                gateway.json(token, "GET", "/api/mailbox/mailboxes", null).get("items")) {
            if (mailbox.get("own").asBoolean()) {
                return mailbox.get("mailboxId").asString();
            }
        }
        throw new AssertionError("no mailbox of one's own");
    }

    /** A saved draft with one upload, as it would be sent. */
    private static Map<String, Object> draft(
            SamplePerson person, AccessRequests gateway, String token, String mailbox, String words) {
        var draft = gateway.json(token, "POST", mailbox + "/drafts", Map.of())
                .get("draftId")
                .asString();
        var upload = UUID.randomUUID().toString();
        gateway.good(
                token,
                "PUT",
                mailbox + "/drafts/" + draft + "/uploads/" + upload + "?name=" + words + ".txt",
                "text/plain",
                BodyPublishers.ofString(words));
        Map<String, Object> text = Map.of(
                "to", List.of(person.address()), "cc", List.of(), "subject", words, "html", "<p>" + words + "</p>");

        var typed = new HashMap<>(text);
        var version = gateway.json(token, "GET", mailbox + "/drafts/" + draft, null);
        typed.put("version", version.get("version").asLong());
        gateway.json(token, "PUT", mailbox + "/drafts/" + draft, typed);

        var letter = new HashMap<>(text);
        letter.put("draftId", draft);
        letter.put("uploads", List.of(upload));
        return letter;
    }
}
