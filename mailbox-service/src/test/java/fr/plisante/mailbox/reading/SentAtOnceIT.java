package fr.plisante.mailbox.reading;

import static fr.plisante.mailbox.sending.Writing.await;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.StoppedDelivery;
import fr.plisante.mailbox.Stored;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.mailbox.Residents.Resident;
import fr.plisante.mailbox.sending.Writing;
import fr.plisante.testkit.Calls;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What was accepted stands in Sent at once, whatever happens to its delivery. */
@RunningMailbox
class SentAtOnceIT {

    @Autowired
    private Calls calls;

    @Autowired
    private Residents residents;

    @Autowired
    private Writing writing;

    @Autowired
    private Stored stored;

    @Autowired
    private StoppedDelivery delivery;

    private Resident jeanne;
    private Resident paul;

    @BeforeEach
    void people() {
        jeanne = residents.someone("Jeanne", "Envoie");
        paul = residents.someone("Paul", "Recoit");
    }

    @AfterEach
    void goOn() {
        delivery.goOn();
    }

    @Test
    void standsInSentAsLongAsNothingIsDelivered() {
        delivery.stop();
        var entryId = "sent:" + writing.send(jeanne, paul, "En route");

        var line = sent("").path("items").path(0);

        assertThat(line.path("entryId").asString()).isEqualTo(entryId);
        assertThat(line.path("subject").asString()).isEqualTo("En route");
        assertThat(line.path("to").path(0).path("address").asString()).isEqualTo(paul.address());
        assertThat(line.path("state").asString()).isEqualTo("sending");
        assertThat(line.path("sent").asBoolean()).isTrue();
        assertThat(line.path("seen").asBoolean()).isTrue();
        assertThat(line.has("uid") || line.has("modSeq")).isFalse();
        assertThat(line.path("receipts").path("recipients").asInt()).isEqualTo(1);
        assertThat(line.path("receipts").path("delivered").asInt()).isZero();

        delivery.goOn();

        var later = await(
                () -> sent("").path("items").path(0),
                it -> it.path("state").asString().equals("delivered"));
        assertThat(later.path("entryId").asString()).isEqualTo(entryId);
        assertThat(later.path("uid").asLong()).isPositive();
        assertThat(later.path("receivedAt")).isEqualTo(line.path("receivedAt"));
        assertThat(sent("").path("items")).hasSize(1);
    }

    @Test
    void letsItsSenderReadWhatIsOnItsWayAndWritesDownWhoDid() {
        delivery.stop();
        var draft = writing.draft(jeanne);
        var upload = writing.upload(jeanne, draft, "a.pdf", "contenu".getBytes(StandardCharsets.UTF_8));
        var accepted = calls.post(
                jeanne.path("/envelopes"),
                jeanne.token(),
                Writing.message(draft, List.of(paul.address()), "À lire", "<p>Bonjour</p>", List.of(upload)));
        var entryId = accepted.text("entryId");

        var opened = post(jeanne, entryId, "/open").body();

        assertThat(opened.path("message").path("subject").asString()).isEqualTo("À lire");
        assertThat(opened.path("message").path("state").asString()).isEqualTo("sending");
        assertThat(opened.path("message")
                        .path("recipients")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("SENT");
        assertThat(opened.path("entries").path("items").path(0).path("entryId").asString())
                .isEqualTo(entryId);
        assertThat(text(get(jeanne, entryId, "/body"))).contains("<p>Bonjour</p>");
        assertThat(text(get(jeanne, entryId, "/text"))).isEqualTo("Bonjour");
        var part = opened.path("message").path("parts").path(0).path("part").asInt();
        assertThat(text(get(jeanne, entryId, "/parts/" + part))).isEqualTo("contenu");
        assertThat(text(get(jeanne, entryId, "/source"))).contains("Subject:");
        assertThat(audit(entryId)).containsExactly("sent", "opened", "downloaded", "exported");
        assertThat(get(paul, entryId, "").code()).isEqualTo("404 entry-not-found");
        assertThat(get(paul, "received:" + accepted.text("envelopeId"), "").code())
                .isEqualTo("404 entry-not-found");

        delivery.goOn();
        await(() -> get(jeanne, entryId, "").text("state"), "delivered"::equals);
        assertThat(audit(entryId)).containsExactly("sent", "opened", "downloaded", "exported");
    }

    @Test
    void staysInSentUntilEveryRecipientHasIt() {
        delivery.stop();
        var entryId = "sent:" + writing.send(jeanne, paul, "Reste");

        assertThat(move(entryId, "trash").code()).isEqualTo("409 entry-sending");
        assertThat(calls.delete(jeanne.path("/entries/" + entryId), jeanne.token())
                        .code())
                .isEqualTo("409 entry-sending");
        assertThat(seen(entryId, false).code()).isEqualTo("409 entry-sending");
        assertThat(seen(entryId, true).status()).isEqualTo(204);

        delivery.goOn();
        await(() -> get(jeanne, entryId, "").text("state"), "delivered"::equals);
        assertThat(move(entryId, "trash").status()).isEqualTo(204);
        assertThat(sent("").path("items")).isEmpty();
    }

    @Test
    void isShownOnceWhenItsOwnEntryIsThereBeforeTheOthers() {
        var envelopeId = writing.send(jeanne, paul, "À moitié");
        var entryId = "sent:" + envelopeId;
        await(() -> get(jeanne, entryId, "").text("state"), "delivered"::equals);
        stored.unsettle(envelopeId);

        var items = sent("").path("items");

        assertThat(items).hasSize(1);
        assertThat(items.path(0).path("uid").asLong()).isPositive();
        assertThat(items.path(0).path("state").asString()).isEqualTo("sending");
        assertThat(get(jeanne, entryId, "").text("state")).isEqualTo("sending");
        assertThat(move(entryId, "trash").code()).isEqualTo("409 entry-sending");
    }

    @Test
    void pagesAcrossTheBorderOfWhatIsDelivered() {
        var expected = new ArrayList<String>();
        IntStream.range(0, 3).forEach(i -> expected.add("sent:" + writing.send(jeanne, paul, "Remis " + i)));
        expected.forEach(entryId -> await(() -> get(jeanne, entryId, "").text("state"), "delivered"::equals));
        delivery.stop();
        IntStream.range(0, 4).forEach(i -> expected.add("sent:" + writing.send(jeanne, paul, "En route " + i)));
        Collections.reverse(expected);

        var first = sent("&limit=2");
        var second = sent("&limit=2&cursor=" + first.path("next").asString());
        delivery.goOn();
        await(() -> get(jeanne, expected.getFirst(), "").text("state"), "delivered"::equals);
        var third = sent("&limit=2&cursor=" + second.path("next").asString());
        var fourth = sent("&limit=2&cursor=" + third.path("next").asString());

        var listed = new ArrayList<String>();
        List.of(first, second, third, fourth).forEach(page -> listed.addAll(ids(page)));
        assertThat(listed).isEqualTo(expected);
        assertThat(fourth.path("next").isNull()).isTrue();
        assertThat(calls.get(jeanne.path("/entries?folder=sent&cursor=7"), jeanne.token())
                        .code())
                .isEqualTo("400 cursor-invalid");
    }

    @Test
    void neverJumpsNorVanishesWhileManyAreDelivered() throws Exception {
        var accepted = Collections.synchronizedList(new ArrayList<String>());
        var people = List.of(jeanne, paul, residents.someone("Anne", "Recoit"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var senders = IntStream.range(0, 4)
                    .mapToObj(sender -> threads.submit((Callable<Void>) () -> {
                        for (int i = 0; i < 15; i++) {
                            var to = people.get((sender + i) % people.size());
                            accepted.add("sent:" + writing.send(jeanne, to, "Message " + sender + "." + i));
                        }
                        return null;
                    }))
                    .toList();
            List<String> before = List.of();
            var settled = false;
            while (!settled) {
                settled = senders.stream().allMatch(sender -> sender.isDone());
                var known = List.copyOf(accepted);
                var page = sent("&limit=200");
                var listed = ids(page);
                assertThat(listed).containsAll(known).doesNotHaveDuplicates();
                assertThat(listed).isSortedAccordingTo(Collections.reverseOrder());
                assertThat(listed.stream().filter(before::contains).toList()).isEqualTo(before);
                before = listed;
                settled &= StreamSupport.stream(page.path("items").spliterator(), false)
                        .allMatch(line -> line.path("state").asString().equals("delivered"));
            }
            for (var sender : senders) {
                sender.get();
            }
            assertThat(before).hasSize(60);
        }
    }

    private JsonNode sent(String more) {
        return calls.get(jeanne.path("/entries?folder=sent" + more), jeanne.token())
                .body();
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(line -> line.path("entryId").asString())
                .toList();
    }

    private List<String> audit(String entryId) {
        return StreamSupport.stream(
                        get(jeanne, entryId, "/audit").body().path("items").spliterator(), false)
                .map(line -> line.path("action").asString())
                .toList();
    }

    private Calls.Answer get(Resident who, String entryId, String more) {
        return calls.get(who.path("/entries/" + entryId + more), who.token());
    }

    private Calls.Answer post(Resident who, String entryId, String more) {
        return calls.post(who.path("/entries/" + entryId + more), who.token(), null);
    }

    private Calls.Answer move(String entryId, String folder) {
        return calls.put(jeanne.path("/entries/" + entryId + "/folder"), jeanne.token(), Map.of("folder", folder));
    }

    private Calls.Answer seen(String entryId, boolean seen) {
        return calls.put(jeanne.path("/entries/" + entryId + "/seen"), jeanne.token(), Map.of("seen", seen));
    }

    private static String text(Calls.Answer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
