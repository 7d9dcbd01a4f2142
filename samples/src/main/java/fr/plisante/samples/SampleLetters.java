package fr.plisante.samples;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Sends a working day of letters, about patients who do not exist. */
final class SampleLetters {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SignIn signIn;
    private final Map<String, SignedIn> sessions = new HashMap<>();

    SampleLetters(SignIn signIn) {
        this.signIn = signIn;
    }

    int send() {
        var letters = Samples.ALL.letters();
        letters.forEach(this::send);
        openNewest(letters.getFirst().to().getFirst());
        return letters.size();
    }

    private SignedIn session(SamplePerson person) {
        return sessions.computeIfAbsent(person.email(), email -> signIn.as(email, person.password()));
    }

    private void send(Samples.Letter letter) {
        var session = session(Samples.ALL.person(letter.from()));
        var mailbox = "/api/mailbox/mailboxes/" + ownMailbox(session);
        var draft = UUID.randomUUID();
        session.send("POST", mailbox + "/drafts", Map.of("draftId", draft));
        var uploads = letter.file() == null ? List.<UUID>of() : List.of(attach(session, mailbox, draft, letter.file()));
        Map<String, Object> sending = Map.of(
                "draftId", draft,
                "to", letter.to(),
                "cc", letter.cc(),
                "subject", letter.subject(),
                "html", letter.html(),
                "uploads", uploads);
        // The addressees' mailboxes come by events and may be a moment late on a fresh platform.
        Http.await("the sending of “" + letter.subject() + "”", PATIENCE, () -> {
            var answer = session.answer("POST", mailbox + "/envelopes", sending);
            return answer.statusCode() == 400 && answer.body().contains("recipient-unknown") ? null : Http.json(answer);
        });
    }

    private static UUID attach(SignedIn session, String mailbox, UUID draft, String file) {
        var upload = UUID.randomUUID();
        var content = ("Pièce jointe d’exemple : " + file + "\n").repeat(200);
        Http.good(session.send(
                session.request(mailbox + "/drafts/" + draft + "/uploads/" + upload + "?name=" + Http.encoded(file))
                        .header("Content-Type", "text/plain")
                        .PUT(BodyPublishers.ofString(content))
                        .build()));
        return upload;
    }

    private static String ownMailbox(SignedIn session) {
        return Http.await("the mailbox of a sample person", PATIENCE, () -> {
            for (JsonNode mailbox : session.get("/api/mailbox/mailboxes").get("items")) {
                if (mailbox.get("own").asBoolean()) {
                    return mailbox.get("mailboxId").asString();
                }
            }
            return null;
        });
    }

    /** Opens one letter of the person with this address, so that a receipt can be seen. */
    private void openNewest(String address) {
        var person = SampleData.people().stream()
                .filter(one -> one.address().equals(address))
                .findFirst()
                .orElseThrow();
        var session = session(person);
        var entries = "/api/mailbox/mailboxes/" + ownMailbox(session) + "/entries";
        var newest = Http.await("a letter for " + person.name(), PATIENCE, () -> {
            var list = session.get(entries + "?folder=inbox&limit=1").get("items");
            return list.isEmpty() ? null : list.get(0);
        });
        session.send("PUT", entries + "/" + newest.get("entryId").asString() + "/seen", Map.of("seen", true));
    }
}
