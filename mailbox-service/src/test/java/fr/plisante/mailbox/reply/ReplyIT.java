package fr.plisante.mailbox.reply;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.mailbox.Residents.Resident;
import fr.plisante.mailbox.sending.Writing;
import fr.plisante.testkit.Calls;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningMailbox
class ReplyIT {

    @Autowired
    Calls calls;

    @Autowired
    Residents residents;

    @Autowired
    Writing writing;

    private final byte[] scan = new byte[300_000];
    private Resident camille;
    private Resident paul;
    private Resident anne;
    private String received;
    private JsonNode message;

    @BeforeEach
    void receive() {
        new Random(3).nextBytes(scan);
        camille = residents.someone("Camille", "Exemple");
        paul = residents.someone("Paul", "Noel");
        anne = residents.someone("Anne", "Martin");
        var draft = writing.draft(camille);
        var upload = writing.upload(camille, draft, "échographie.pdf", scan);
        var sent = calls.post(
                camille.path("/envelopes"),
                camille.token(),
                Writing.message(
                        draft,
                        List.of(paul.address(), anne.address()),
                        "Re: Résultats",
                        "<p>Bonjour <b>Paul</b></p>",
                        List.of(upload)));
        assertThat(sent.status()).as(sent.text("detail")).isEqualTo(201);
        received = "received:" + sent.text("envelopeId");
        message = writing.read(paul, received).body();
    }

    @Test
    void repliesInTheThread() {
        var draft = begin("reply");

        assertThat(texts(draft.path("to"))).containsExactly(camille.address());
        assertThat(draft.path("subject").asString()).isEqualTo("Re: Résultats");
        assertThat(draft.path("html").asString()).contains("Dr Camille Exemple a écrit", "<blockquote>", "<b>Paul</b>");
        assertThat(draft.path("uploads").size()).isZero();
        assertThat(draft.path("inReplyTo").asString()).isEqualTo(received);
        assertThat(draft.path("action").asString()).isEqualTo("reply");
        var source = source(paul, send(draft, texts(draft.path("to")), List.of()));
        var messageId = message.path("messageId").asString();
        assertThat(source).contains("In-Reply-To: " + messageId + "\r\n", "References: " + messageId + "\r\n");
    }

    @Test
    void repliesToAllButMyself() {
        var draft = begin("replyAll");

        assertThat(texts(draft.path("to"))).containsExactly(camille.address(), anne.address());
        assertThat(draft.path("cc").size()).isZero();
    }

    @Test
    void forwardsWithTheAttachments() {
        var draft = begin("forward");

        assertThat(draft.path("subject").asString()).isEqualTo("Tr: Résultats");
        assertThat(draft.path("to").size()).isZero();
        assertThat(draft.path("uploads").path(0).path("name").asString()).isEqualTo("échographie.pdf");
        assertThat(draft.path("uploads").path(0).path("size").asLong()).isEqualTo(scan.length);
        var envelopeId = send(
                draft,
                List.of(anne.address()),
                List.of(draft.path("uploads").path(0).path("uploadId").asString()));
        var forwarded = writing.read(anne, "received:" + envelopeId).body();
        var part = forwarded.path("parts").path(0).path("part").asInt();
        assertThat(calls.get(anne.path("/entries/received:" + envelopeId + "/parts/" + part), anne.token())
                        .bytes())
                .isEqualTo(scan);
        assertThat(source(paul, envelopeId)).doesNotContain("In-Reply-To:");
    }

    @Test
    void forwardsNothingThatWouldBeTooLargeToSend() {
        var large = writing.draft(camille);
        var upload = writing.upload(camille, large, "irm.dcm", new byte[9_999_900]);
        var sent = calls.post(
                camille.path("/envelopes"),
                camille.token(),
                Writing.message(large, List.of(paul.address()), "IRM", "<p>x</p>", List.of(upload)));
        assertThat(sent.status()).as(sent.text("detail")).isEqualTo(201);
        var entryId = "received:" + sent.text("envelopeId");
        writing.read(paul, entryId);
        var forward = Map.of("inReplyTo", entryId, "action", "forward");

        assertThat(calls.post(paul.path("/drafts"), paul.token(), forward).code())
                .isEqualTo("413 draft-too-large");

        assertThat(calls.get(paul.path("/drafts"), paul.token()).body().path("items"))
                .isEmpty();
    }

    @Test
    void answersOnlyWhatTheMailboxHolds() {
        var stranger = residents.someone("Une", "Etrangere");

        var wish = Map.of("inReplyTo", received, "action", "reply");
        assertThat(calls.post(stranger.path("/drafts"), stranger.token(), wish).code())
                .isEqualTo("404 entry-not-found");
        assertThat(calls.post(paul.path("/drafts"), paul.token(), Map.of("inReplyTo", "sent:rien"))
                        .code())
                .isEqualTo("404 entry-not-found");
        assertThat(calls.post(paul.path("/drafts"), paul.token(), Map.of("inReplyTo", received, "action", "shout"))
                        .code())
                .isEqualTo("400 unreadable-body");
        assertThat(calls.post(paul.path("/drafts"), paul.token(), Map.of("inReplyTo", received, "action", "unknown"))
                        .code())
                .isEqualTo("400 unreadable-body");
    }

    @Test
    void leavesNothingToEditOnceItIsSent() {
        var draft = begin("reply");
        var id = draft.path("draftId").asString();
        var envelopeId = send(draft, List.of(camille.address()), List.of());

        var path = paul.path("/drafts/" + id);
        var text = Map.of("version", 1, "to", List.of(), "cc", List.of(), "subject", "tard", "html", "");
        for (var late : List.of(
                calls.put(path, paul.token(), text),
                calls.get(path, paul.token()),
                calls.post(paul.path("/drafts"), paul.token(), Map.of("draftId", id)))) {
            assertThat(late.code()).isEqualTo("409 already-sent");
            assertThat(late.text("envelopeId")).isEqualTo(envelopeId);
        }
        assertThat(calls.get(paul.path("/drafts"), paul.token())
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    private JsonNode begin(String action) {
        var begun = calls.post(paul.path("/drafts"), paul.token(), Map.of("inReplyTo", received, "action", action));
        assertThat(begun.status()).as(begun.text("detail")).isEqualTo(201);
        return begun.body();
    }

    private String send(JsonNode draft, List<String> to, List<String> uploads) {
        var sent = calls.post(
                paul.path("/envelopes"),
                paul.token(),
                Writing.message(
                        draft.path("draftId").asString(),
                        to,
                        draft.path("subject").asString(),
                        draft.path("html").asString(),
                        uploads));
        assertThat(sent.status()).as(sent.text("detail")).isEqualTo(201);
        return sent.text("envelopeId");
    }

    private String source(Resident reader, String envelopeId) {
        writing.read(reader, "sent:" + envelopeId);
        return new String(
                calls.get(reader.path("/entries/sent:" + envelopeId + "/source"), reader.token())
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
