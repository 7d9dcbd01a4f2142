package fr.plisante.mailbox.reading;

import static fr.plisante.mailbox.sending.Writing.await;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.StoppedDelivery;
import fr.plisante.mailbox.StoreCommands;
import fr.plisante.mailbox.Stored;
import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.mailbox.Residents.Resident;
import fr.plisante.mailbox.sending.Writing;
import fr.plisante.testkit.Calls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever reads leaves a line, every time, before anything is handed out. */
@RunningMailbox
class ReadingIT {

    /** The number of the attachment: after the two texts. */
    private static final String PART = "/parts/3";

    @Autowired
    private Calls calls;

    @Autowired
    private Residents residents;

    @Autowired
    private Writing writing;

    @Autowired
    private Stored stored;

    @Autowired
    private StoreCommands storeCommands;

    @Autowired
    private StoppedDelivery delivery;

    @Autowired
    private Blobs blobs;

    private Resident jeanne;
    private Resident paul;

    @BeforeEach
    void people() {
        jeanne = residents.someone("Jeanne", "Ecrit");
        paul = residents.someone("Paul", "Lit");
    }

    @AfterEach
    void goOn() {
        delivery.goOn();
    }

    @ParameterizedTest
    @CsvSource({"'',opened", "/view,opened", "/body,opened", "/text,opened", PART + ",downloaded", "/source,exported"})
    void leavesALineWhateverAClientAsksFor(String address, String action) {
        var entryId = received();

        assertThat(read(paul, paul, entryId, address).status()).isEqualTo(200);

        assertThat(audit(paul, entryId)).containsExactly(action + " by Dr Paul Lit");
        assertThat(seen(entryId)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'',opened", "/view,opened", "/body,opened", "/text,opened", PART + ",downloaded", "/source,exported"})
    void leavesALineOfWhatIsStillOnItsWay(String address, String action) {
        delivery.stop();
        var entryId = "sent:" + send();

        assertThat(read(jeanne, jeanne, entryId, address).status()).isEqualTo(200);

        assertThat(audit(jeanne, entryId)).containsExactly("sent by Dr Jeanne Ecrit", action + " by Dr Jeanne Ecrit");
        delivery.goOn();
        await(
                () -> calls.get(jeanne.path("/entries?folder=sent"), jeanne.token())
                        .body()
                        .path("items")
                        .path(0)
                        .path("state")
                        .asString(),
                "delivered"::equals);
        assertThat(audit(jeanne, entryId)).containsExactly("sent by Dr Jeanne Ecrit", action + " by Dr Jeanne Ecrit");
    }

    @Test
    void leavesALineOfEachMemberOfASharedMailbox() {
        var office = residents.organisation(jeanne, paul);
        var entryId = "received:" + writing.send(residents.someone("Marie", "Envoie"), office, "Partagé");
        arrived(office);

        assertThat(open(jeanne, office, entryId).status()).isEqualTo(200);
        assertThat(open(paul, office, entryId).status()).isEqualTo(200);
        assertThat(open(paul, office, entryId).status()).isEqualTo(200);

        assertThat(audit(office, entryId)).containsExactly("opened by Dr Jeanne Ecrit", "opened by Dr Paul Lit");
        assertThat(stored.readings(office.mailboxId(), entryId)).containsExactly("OPENED by " + paul.accountId());
    }

    @Test
    void leavesALineOfEachWhoDownloads() {
        var office = residents.organisation(jeanne, paul);
        var entryId = "received:" + send(office);
        arrived(office);

        Stream.of(jeanne, paul, jeanne)
                .forEach(reader ->
                        assertThat(read(reader, office, entryId, PART).status()).isEqualTo(200));

        assertThat(audit(office, entryId))
                .containsExactly("downloaded by Dr Jeanne Ecrit", "downloaded by Dr Paul Lit");
        assertThat(stored.readings(office.mailboxId(), entryId)).containsExactly("DOWNLOADED by " + paul.accountId());
    }

    @Test
    void needsNoFurtherLineForWhatAPageAsksAfterOpening() {
        var entryId = received();

        open(paul, paul, entryId);
        Stream.of("", "/view", "/body", "/text").forEach(address -> read(paul, paul, entryId, address));

        assertThat(audit(paul, entryId)).containsExactly("opened by Dr Paul Lit");
        assertThat(stored.readings(paul.mailboxId(), entryId)).isEmpty();
    }

    @Test
    void leavesOneLineForAHundredRepeats() {
        var entryId = received();
        var from = tenMinutes();

        IntStream.range(0, 100)
                .forEach(i -> assertThat(read(paul, paul, entryId, "/source").status())
                        .isEqualTo(200));

        assertThat(stored.readings(paul.mailboxId(), entryId))
                .as("lines, one for each ten minutes begun")
                .hasSizeBetween(1, (int) (tenMinutes() - from) + 1);
    }

    @Test
    void leavesALineAlthoughTheAnswerFails() throws IOException {
        var envelopeId = send();
        arrived(paul);
        var entryId = "received:" + envelopeId;
        blobs.delete(Stored.blob(stored.envelope(envelopeId)));

        assertThat(read(paul, paul, entryId, "/source").status()).isEqualTo(500);
        assertThat(read(paul, paul, entryId, "/body").status()).isEqualTo(500);

        assertThat(audit(paul, entryId)).containsExactly("exported by Dr Paul Lit", "opened by Dr Paul Lit");
    }

    @ParameterizedTest
    @CsvSource({"''", "/view", "/body", "/text", "/source"})
    void handsNothingOutWhenTheLineIsRefused(String address) {
        var entryId = received();

        var answer = storeCommands.refusing("insert readings", () -> read(paul, paul, entryId, address));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(text(answer)).doesNotContain("Bonjour", "À lire");
        assertThat(audit(paul, entryId)).isEmpty();
    }

    @Test
    void handsNoAttachmentOutWhenTheLineIsRefused() {
        var entryId = received();

        var answer = storeCommands.refusing("findAndModify entries", () -> read(paul, paul, entryId, PART));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(text(answer)).doesNotContain("contenu");
        assertThat(audit(paul, entryId)).isEmpty();
    }

    @Test
    void leavesNoLineOfAnAttachmentThatIsNotThere() {
        var entryId = received();

        assertThat(read(paul, paul, entryId, "/parts/1").code()).isEqualTo("404 part-not-found");
        assertThat(read(paul, paul, entryId, "/parts/99").code()).isEqualTo("404 part-not-found");

        assertThat(audit(paul, entryId)).isEmpty();
    }

    @Test
    void leavesALineWhenAMessageIsQuoted() {
        var entryId = received();

        var draft = calls.post(paul.path("/drafts"), paul.token(), Map.of("inReplyTo", entryId, "action", "reply"));

        assertThat(draft.status()).isEqualTo(201);
        assertThat(audit(paul, entryId)).containsExactly("opened by Dr Paul Lit");
    }

    @Test
    void keepsTheLinesOfWhatIsDeletedForGood() {
        var entryId = received();
        read(paul, paul, entryId, "/source");
        calls.put(paul.path("/entries/" + entryId + "/folder"), paul.token(), Map.of("folder", "trash"));

        assertThat(calls.delete(paul.path("/entries/" + entryId), paul.token()).status())
                .isEqualTo(204);

        assertThat(stored.readings(paul.mailboxId(), entryId)).containsExactly("EXPORTED by " + paul.accountId());
    }

    @Test
    void showsLinesPageByPageInTheOrderOfTime() {
        var entryId = received();
        open(paul, paul, entryId);
        var first = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        stored.fillReadings(
                paul.mailboxId(),
                entryId,
                List.of(first.plusSeconds(2), first, first.plusSeconds(1), first.plusSeconds(1), first.plusSeconds(1)));

        var shown = new ArrayList<String>();
        var pages = 0;
        var cursor = "";
        do {
            var page = calls.get(paul.path("/entries/" + entryId + "/audit?limit=2" + cursor), paul.token())
                    .body();
            assertThat(page.path("items").size()).isBetween(1, 2);
            page.path("items")
                    .forEach(line -> shown.add(line.path("action").asString() + " "
                            + line.path("part").asString("")));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
            pages++;
        } while (!cursor.isEmpty());

        assertThat(pages).isEqualTo(3);
        assertThat(shown)
                .containsExactly(
                        "downloaded 1", "downloaded 2", "downloaded 3", "downloaded 4", "downloaded 0", "opened ");
        assertThat(Stream.of("x", "1", "1.x", "-1.0", "1.1001")
                        .map(wrong -> calls.get(
                                        paul.path("/entries/" + entryId + "/audit?cursor=" + wrong), paul.token())
                                .code()))
                .containsOnly("400 cursor-invalid");
    }

    private String received() {
        var envelopeId = send();
        arrived(paul);
        return "received:" + envelopeId;
    }

    private String send() {
        return send(paul);
    }

    private String send(Resident to) {
        var draft = writing.draft(jeanne);
        var upload = writing.upload(jeanne, draft, "a.pdf", "contenu".getBytes(StandardCharsets.UTF_8));
        var sent = calls.post(
                jeanne.path("/envelopes"),
                jeanne.token(),
                Writing.message(draft, List.of(to.address()), "À lire", "<p>Bonjour</p>", List.of(upload)));
        assertThat(sent.status()).as(sent.text("detail")).isEqualTo(201);
        return sent.text("envelopeId");
    }

    /** Waits for a message without opening it. */
    private void arrived(Resident reader) {
        await(
                () -> calls.get(reader.path("/entries?folder=inbox"), reader.token())
                        .body()
                        .path("items"),
                items -> !items.isEmpty());
    }

    private boolean seen(String entryId) {
        return StreamSupport.stream(
                        calls.get(paul.path("/entries?folder=inbox"), paul.token())
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(line -> line.path("entryId").asString().equals(entryId))
                .allMatch(line -> line.path("seen").asBoolean());
    }

    private Calls.Answer read(Resident reader, Resident mailbox, String entryId, String address) {
        return calls.get(mailbox.path("/entries/" + entryId + address), reader.token());
    }

    private Calls.Answer open(Resident reader, Resident mailbox, String entryId) {
        return calls.post(mailbox.path("/entries/" + entryId + "/open"), reader.token(), null);
    }

    private List<String> audit(Resident mailbox, String entryId) {
        var page = calls.get(mailbox.path("/entries/" + entryId + "/audit"), mailbox.token());
        assertThat(page.status()).isEqualTo(200);
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .map(line -> line.path("action").asString() + " by "
                        + line.path("by").asString())
                .toList();
    }

    private static String text(Calls.Answer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    private static long tenMinutes() {
        return Instant.now().toEpochMilli() / Duration.ofMinutes(10).toMillis();
    }
}
