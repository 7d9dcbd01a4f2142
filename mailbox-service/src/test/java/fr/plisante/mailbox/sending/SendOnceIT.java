package fr.plisante.mailbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.Stored;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.testkit.Calls;
import fr.plisante.testkit.Realm;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningMailbox
class SendOnceIT {

    @Autowired
    private Calls calls;

    @Autowired
    private Residents residents;

    @Autowired
    private Writing writing;

    @Autowired
    private Stored stored;

    @Test
    void sendsADraftOnceHoweverOftenItIsAsked() throws Exception {
        var jeanne = residents.someone("Jeanne", "Une");
        var paul = residents.someone("Paul", "Deux");
        var draft = writing.draft(jeanne);
        var upload = writing.upload(jeanne, draft, "a.pdf", new byte[100_000]);
        var message = Writing.message(draft, List.of(paul.address()), "Une fois", "<p>Une</p>", List.of(upload));

        List<Calls.Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Calls.Answer> send = () -> calls.post(jeanne.path("/envelopes"), jeanne.token(), message);
            answers = threads
                    .invokeAll(IntStream.range(0, 8).mapToObj(i -> send).toList())
                    .stream()
                    .map(done -> done.resultNow())
                    .toList();
        }

        assertThat(answers).extracting(Calls.Answer::status).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.text("envelopeId")).distinct())
                .hasSize(1);
        assertThat(stored.envelopesFrom(jeanne.mailboxId())).isEqualTo(1);
        var envelopeId = answers.getFirst().text("envelopeId");
        assertThat(calls.post(jeanne.path("/envelopes"), jeanne.token(), message)
                        .text("envelopeId"))
                .isEqualTo(envelopeId);
        var other = calls.post(
                jeanne.path("/envelopes"),
                jeanne.token(),
                Writing.message(draft, List.of(paul.address()), "Autre", "<p>Une</p>", List.of(upload)));
        assertThat(other.code()).isEqualTo("409 already-sent");
        assertThat(other.text("envelopeId")).isEqualTo(envelopeId);
    }

    @Test
    void sendsAMessageThatWasNeverSavedOnceToo() {
        var jeanne = residents.someone("Jeanne", "Directe");
        var message = unsaved("<p>Une</p>", List.of());

        var first = calls.post(jeanne.path("/envelopes"), jeanne.token(), to(jeanne, message));
        var again = calls.post(jeanne.path("/envelopes"), jeanne.token(), to(jeanne, message));
        message.put("html", "<p>Deux</p>");
        var other = calls.post(jeanne.path("/envelopes"), jeanne.token(), to(jeanne, message));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("envelopeId")).isEqualTo(first.text("envelopeId"));
        assertThat(other.code()).isEqualTo("409 already-sent");
        assertThat(writing.read(jeanne, "received:" + first.text("envelopeId")).status())
                .isEqualTo(200);
    }

    @Test
    void wantsADraftForFiles() {
        var jeanne = residents.someone("Jeanne", "SansBrouillon");
        var message = to(jeanne, unsaved("<p>Une</p>", List.of(UUID.randomUUID().toString())));

        assertThat(calls.post(jeanne.path("/envelopes"), jeanne.token(), message)
                        .code())
                .isEqualTo("409 upload-incomplete");
        assertThat(stored.envelopesFrom(jeanne.mailboxId())).isZero();
    }

    private static Map<String, Object> unsaved(String html, List<String> uploads) {
        var message = Writing.message(UUID.randomUUID().toString(), List.of(), "Directe", html, uploads);
        message.put("unsaved", true);
        return message;
    }

    private static Map<String, Object> to(Residents.Resident to, Map<String, Object> message) {
        message.put("to", List.of(to.address()));
        return message;
    }

    @Test
    void refusesWhatCannotBeSentAndKeepsNothing() {
        var jeanne = residents.someone("Jeanne", "Trois");
        var draft = writing.draft(jeanne);

        assertThat(send(jeanne, draft, List.of(), "x").code()).isEqualTo("400 no-recipient");
        assertThat(send(jeanne, draft, List.of("a@b.example", "x"), "x").code()).isEqualTo("400 recipient-unknown");
        assertThat(send(jeanne, draft, List.of("a@b.example"), "x")
                        .body()
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("to[0]");
        assertThat(send(jeanne, draft, List.of("a@b.mssante.example"), "x").code())
                .isEqualTo("400 recipient-unknown");
        assertThat(send(jeanne, draft, List.of(jeanne.address()), "x\r\nBcc: y").code())
                .isEqualTo("400 subject-invalid");
        assertThat(send(jeanne, draft, Collections.nCopies(6, jeanne.address()), "x")
                        .code())
                .isEqualTo("400 too-many-recipients");
        assertThat(stored.envelopesFrom(jeanne.mailboxId())).isZero();
    }

    private Calls.Answer send(Residents.Resident from, String draft, List<String> to, String subject) {
        return calls.post(
                from.path("/envelopes"), from.token(), Writing.message(draft, to, subject, "<p>x</p>", List.of()));
    }

    @Test
    void sendsNothingLargerThanAMessageMayBe() {
        var jeanne = residents.someone("Jeanne", "Large");
        var draft = writing.draft(jeanne);
        var upload = writing.upload(jeanne, draft, "irm.dcm", new byte[9_950_000]);
        var html = "<p>" + "é".repeat(30_000) + "</p>";

        var sent = calls.post(
                jeanne.path("/envelopes"),
                jeanne.token(),
                Writing.message(draft, List.of(jeanne.address()), "IRM", html, List.of(upload)));

        assertThat(sent.code()).isEqualTo("413 envelope-too-large");
        assertThat(sent.text("detail")).contains("10 MB");
        assertThat(calls.post(
                                jeanne.path("/envelopes"),
                                jeanne.token(),
                                Writing.message(draft, List.of(jeanne.address()), "IRM", "<p>x</p>", List.of(upload)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void tellsWhoCanBeReached() {
        var jeanne = residents.someone("Jeanne", "Quatre");

        var here = calls.get("/api/mailbox/recipients?address=" + jeanne.address(), jeanne.token());
        var elsewhere = calls.get("/api/mailbox/recipients?address=a@b.example", jeanne.token());

        assertThat(here.body().path("reachable").asBoolean()).isTrue();
        assertThat(here.text("name")).isEqualTo("Dr Jeanne Quatre");
        assertThat(elsewhere.text("reason")).isEqualTo("OTHER_OPERATOR");
    }

    @Test
    void knowsNothingOfOtherPeoplesMailboxes() {
        var jeanne = residents.someone("Jeanne", "Cinq");
        var eve = residents.someone("Eve", "Six");
        var envelopeId = writing.send(jeanne, jeanne, "Privé");
        writing.read(jeanne, "received:" + envelopeId);

        for (var path : List.of("", "/entries?folder=inbox", "/entries/received:" + envelopeId)) {
            assertThat(calls.get(jeanne.path(path), eve.token()).code()).isEqualTo("404 mailbox-not-found");
        }
        assertThat(calls.get(eve.path("/entries/received:" + envelopeId), eve.token())
                        .code())
                .isEqualTo("404 entry-not-found");
        assertThat(calls.get(jeanne.path(""), "").status()).isEqualTo(401);
        assertThat(calls.get(
                                jeanne.path(""),
                                Realm.person(jeanne.accountId()).weakly().token())
                        .code())
                .isEqualTo("401 stronger-sign-in-needed");
    }
}
