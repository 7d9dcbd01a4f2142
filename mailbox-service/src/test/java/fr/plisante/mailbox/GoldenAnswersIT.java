package fr.plisante.mailbox;

import static fr.plisante.mailbox.sending.Writing.await;
import static fr.plisante.mailbox.sending.Writing.message;
import static fr.plisante.testkit.AnAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.events.Professional;
import fr.plisante.events.Workplace;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.mailbox.Residents.Resident;
import fr.plisante.mailbox.sending.Writing;
import fr.plisante.testkit.Calls;
import fr.plisante.testkit.Calls.Answer;
import fr.plisante.testkit.GoldenAnswers;
import fr.plisante.testkit.Realm;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What this service answers to the pages is what their tests are served: the golden answers. */
@RunningMailbox
class GoldenAnswersIT {

    private static final byte[] FILE = "%PDF-1.7 compte rendu".getBytes(StandardCharsets.UTF_8);
    private static final String HTML = "<p>Cher confrère,<br>je vous adresse M. Exemple, 62 ans.</p>";

    private final GoldenAnswers golden = new GoldenAnswers("mailbox-service");

    @Autowired
    private Residents residents;

    @Autowired
    private Writing writing;

    @Autowired
    private StoppedDelivery delivery;

    private final Calls calls;
    private Resident celia;
    private Resident paul;
    private Resident nadia;
    private Resident anne;
    private Resident team;

    @Autowired
    GoldenAnswersIT(Calls calls) {
        this.calls = calls.with("Accept-Language", "fr");
    }

    @BeforeEach
    void people() {
        celia = doctor("Célia", "Lagarde", "Médecine générale", "Cabinet de la Halle", "Albi");
        paul = doctor("Paul", "Martin", "Cardiologie", "CH d’Exemple", "Toulouse");
        nadia = someone(
                "Nadia",
                "Petit",
                new Professional("60", "Infirmière", null, null),
                at("CH d’Exemple", "Toulouse"),
                false);
        anne = someone("Anne", "Rouge", Professional.NONE, at("CH d’Exemple", "Toulouse"), true);
        team = residents.organisation(celia);
    }

    @AfterEach
    void goOn() {
        delivery.goOn();
    }

    @Test
    void answersWhatAPersonMayOpen() {
        assertGolden("mailboxes", 200, get("/api/mailbox/mailboxes"));
        assertGolden("mailbox", 200, get(celia.path("")));
        assertGolden("settings", 200, get("/api/mailbox/settings"));
        assertGolden("recipient", 200, get("/api/mailbox/recipients?address=" + paul.address()));
        assertGolden("recipient-team", 200, get("/api/mailbox/recipients?address=" + team.address()));
        assertGolden(
                "recipient-unreachable",
                200,
                get("/api/mailbox/recipients?address=nobody." + UUID.randomUUID() + "@medecin.oc.mssante.example"));
    }

    @Test
    void answersReceivedMessages() {
        sent(paul, celia, List.of(nadia, anne), "Compte rendu de consultation");
        var entryId = "received:" + sent(paul, celia, List.of(nadia, anne), "Compte rendu de consultation");
        var both = await(
                () -> get(celia.path("/view?folder=inbox")),
                view -> view.body().path("entries").path("items").size() == 2);
        assertThat(both.body().path("entries").path("next").isNull()).isTrue();

        assertGolden("view", 200, get(celia.path("/view?folder=inbox&limit=1")));
        assertGolden("preview", 200, get(celia.path("/entries/" + entryId + "/view?limit=1")));
        var opened = calls.post(celia.path("/entries/" + entryId + "/open?limit=1"), celia.token(), null);
        assertGolden("opened", 200, opened);
        assertThat(get(celia.path("/entries/" + entryId)).body())
                .isEqualTo(opened.body().path("message"));
    }

    @Test
    void answersASentMessageWithWhatBecameOfIt() {
        var envelopeId = sent(celia, paul, List.of(nadia), "Demande d’avis");
        var entryId = "sent:" + envelopeId;
        writing.read(nadia, "received:" + envelopeId);
        var received = writing.read(paul, "received:" + envelopeId);
        calls.post(paul.path("/entries/received:" + envelopeId + "/open"), paul.token(), null);
        var part = received.body().path("parts").path(0).path("part").asInt();
        assertThat(calls.get(paul.path("/entries/received:" + envelopeId + "/parts/" + part), paul.token())
                        .status())
                .isEqualTo(200);

        var message = await(() -> get(celia.path("/entries/" + entryId + "/view")), answer -> complete(answer.body()));

        assertGolden("opened-sent", 200, message);
        assertGolden("view-sent", 200, get(celia.path("/view?folder=sent")));
    }

    @Test
    void answersAMessageThatIsOnItsWay() {
        delivery.stop();
        var draft = writing.draft(celia);
        var upload = writing.upload(celia, draft, "compte-rendu.pdf", FILE);
        var text = message(draft, List.of(paul.address(), nadia.address()), "Demande d’avis", HTML, List.of(upload));
        var accepted = calls.post(celia.path("/envelopes"), celia.token(), text);
        var entryId = accepted.text("entryId");

        assertGolden("sent", 201, accepted);
        assertGolden("opened-sending", 200, get(celia.path("/entries/" + entryId + "/view")));
        assertGolden(
                "entry-sending",
                409,
                calls.put(celia.path("/entries/" + entryId + "/folder"), celia.token(), Map.of("folder", "trash")));
        var again = new LinkedHashMap<>(Map.<String, Object>of("version", 1, "to", List.of(), "cc", List.of()));
        again.putAll(Map.of("subject", "", "html", ""));
        assertGolden("already-sent", 409, calls.put(celia.path("/drafts/" + draft), celia.token(), again));
    }

    @Test
    void answersDrafts() {
        assertGolden("draft-new", 201, calls.post(celia.path("/drafts"), celia.token(), Map.of()));
        var draft = writing.draft(nadia);
        var path = nadia.path("/drafts/" + draft);
        var file = path + "/uploads/" + UUID.randomUUID() + "?name=compte-rendu.pdf";
        assertGolden("upload", 201, calls.send("PUT", file, nadia.token(), "application/pdf", FILE));
        var version = calls.get(path, nadia.token()).body().path("version").asLong();
        var text = new LinkedHashMap<String, Object>();
        text.put("version", version);
        text.put("to", List.of("paul.martin@medecin.oc.mssante.example"));
        text.put("cc", List.of());
        text.put("subject", "Avis <cardiologique>");
        text.put("html", "<p>Bonjour,</p><p>Merci.</p>");

        var saved = calls.put(path, nadia.token(), text);

        assertGolden("draft", 200, saved);
        assertThat(calls.get(path, nadia.token()).body()).isEqualTo(saved.body());
        assertGolden("drafts", 200, calls.get(nadia.path("/drafts"), nadia.token()));
        text.put("subject", "Avis");
        assertGolden("draft-changed", 409, calls.put(path, nadia.token(), text));
    }

    @Test
    void answersTheDraftOfAReply() {
        var entryId = "received:" + sent(paul, celia, List.of(nadia, anne), "Compte rendu de consultation");
        writing.read(celia, entryId);

        var draft = calls.post(celia.path("/drafts"), celia.token(), Map.of("inReplyTo", entryId, "action", "reply"));

        assertGolden("draft-reply", 201, draft);
    }

    @Test
    void refusesInWordsMeantForThePerson() {
        var draft = writing.draft(celia);
        var unknown = UUID.randomUUID();

        assertGolden(
                "mailbox-not-found", 404, get("/api/mailbox/mailboxes/" + UUID.randomUUID() + "/view?folder=inbox"));
        assertGolden("entry-not-found", 404, get(celia.path("/entries/received:" + unknown)));
        assertGolden("draft-not-found", 404, get(celia.path("/drafts/" + unknown)));
        assertGolden(
                "recipient-unknown",
                400,
                calls.post(
                        celia.path("/envelopes"),
                        celia.token(),
                        message(draft, List.of("x@y.example"), "Avis", HTML, List.of())));
        assertGolden(
                "upload-too-large",
                413,
                calls.send(
                        "PUT",
                        celia.path("/drafts/" + draft + "/uploads/" + unknown + "?name=grand.pdf"),
                        celia.token(),
                        "application/pdf",
                        new byte[10_000_001]));
    }

    private void assertGolden(String name, int status, Answer answer) {
        assertThat(answer.status()).as("status of %s: %s", name, answer).isEqualTo(status);
        assertThat(golden.differences(name, answer.body())).isEmpty();
    }

    private Answer get(String path) {
        return calls.get(path, celia.token());
    }

    /** Everybody has it, Paul has opened it and fetched its file. */
    private static boolean complete(JsonNode view) {
        var message = view.path("message");
        return message.path("state").asString().equals("delivered")
                && message.path("recipients").path(0).path("downloads").size() == 1
                && message.path("recipients").path(1).path("state").asString().equals("DELIVERED")
                && view.path("entries")
                                .path("items")
                                .path(0)
                                .path("receipts")
                                .path("opened")
                                .asInt()
                        == 1;
    }

    private String sent(Resident from, Resident to, List<Resident> copies, String subject) {
        var draft = writing.draft(from);
        var upload = writing.upload(from, draft, "compte-rendu.pdf", FILE);
        var text = message(draft, List.of(to.address()), subject, HTML, List.of(upload));
        text.put("cc", copies.stream().map(Resident::address).toList());
        var answer = calls.post(from.path("/envelopes"), from.token(), text);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("envelopeId");
    }

    private Resident doctor(String given, String family, String speciality, String structure, String city) {
        var professional = new Professional("10", "Médecin", "SM00", speciality);
        return someone(given, family, professional, at(structure, city), false);
    }

    private static Workplace at(String structure, String city) {
        return new Workplace(null, structure, null, null, "31000", city);
    }

    private Resident someone(
            String given, String family, Professional professional, Workplace workplace, boolean redList) {
        var one = anAccount().named(given, family).build();
        residents.tell(
                new AccountValidated(
                        one.accountId(),
                        one.regionId(),
                        one.mailboxId(),
                        one.kind(),
                        one.address(),
                        null,
                        family,
                        given,
                        professional,
                        null,
                        one.email(),
                        one.language(),
                        one.timeZone(),
                        workplace,
                        redList,
                        true,
                        one.roles()),
                1);
        return new Resident(
                one.accountId(),
                one.mailboxId(),
                one.address(),
                Realm.person(one.accountId()).token());
    }
}
