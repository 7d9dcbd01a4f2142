package fr.plisante.mailbox.sending;

import static fr.plisante.mailbox.sending.Writing.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.Stored;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.testkit.Calls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@RunningMailbox
class SendAndReadIT {

    private static final String MARKER = "Zyxomma";

    @Autowired
    private Calls calls;

    @Autowired
    private Residents residents;

    @Autowired
    private Writing writing;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Stored stored;

    @Value("${plisante.blob.folder}")
    private Path blobs;

    @Test
    void bringsAMessageToItsReaderAndTheReceiptsBack() {
        var jeanne = residents.someone("Élodie", "Ete");
        var paul = residents.someone("Paul", "Noel");
        var content = new byte[1_500_000];
        new Random(7).nextBytes(content);
        var draft = writing.draft(jeanne);
        var upload = writing.upload(jeanne, draft, "Résultat d’analyse.pdf", content);

        var sent = calls.post(
                jeanne.path("/envelopes"),
                jeanne.token(),
                Writing.message(
                        draft,
                        List.of(paul.address().toUpperCase(Locale.ROOT)),
                        "Œdème à revoir",
                        "<p>Cher confrère, <b>voici</b></p>",
                        List.of(upload)));

        assertThat(sent.status()).as(sent.text("detail")).isEqualTo(201);
        var envelopeId = sent.text("envelopeId");
        var received = "received:" + envelopeId;
        var message = writing.read(paul, received).body();
        assertThat(message.path("subject").asString()).isEqualTo("Œdème à revoir");
        assertThat(message.path("from").path("name").asString()).isEqualTo("Dr Élodie Ete");
        var text = calls.get(paul.path("/entries/" + received + "/text"), paul.token());
        assertThat(new String(text.bytes(), StandardCharsets.UTF_8)).contains("Cher confrère, voici");
        assertThat(message.path("parts").get(0).path("name").asString()).isEqualTo("Résultat d’analyse.pdf");
        var part = message.path("parts").get(0).path("part").asInt();
        assertThat(calls.get(paul.path("/entries/" + received + "/parts/" + part), paul.token())
                        .bytes())
                .isEqualTo(content);
        assertThat(calls.get(paul.path("/entries/" + received + "/source"), paul.token())
                        .bytes())
                .isEqualTo(calls.get(jeanne.path("/entries/sent:" + envelopeId + "/source"), jeanne.token())
                        .bytes());
        assertThat(unread(paul)).isEqualTo(1);
        assertThat(calls.send("PUT", paul.path("/entries/" + received + "/seen"), paul.token(), Map.of("seen", true))
                        .status())
                .isEqualTo(204);
        assertThat(unread(paul)).isZero();

        var receipt = await(
                () -> calls.get(jeanne.path("/entries/sent:" + envelopeId), jeanne.token())
                        .body()
                        .path("recipients")
                        .path(0),
                one -> one.path("state").asString().equals("OPENED")
                        && one.path("downloads").size() == 1);
        assertThat(receipt.path("openedBy").asString()).isEqualTo("Dr Paul Noel");
        assertThat(receipt.path("deliveredAt").asString()).isNotEmpty();
        var page = calls.get(jeanne.path("/entries?folder=sent"), jeanne.token())
                .body()
                .path("items");
        assertThat(page.path(0).path("receipts").path("opened").asInt()).isEqualTo(1);
        assertThat(calls.get(jeanne.path("/drafts"), jeanne.token()).body().path("items"))
                .isEmpty();
    }

    private long unread(Residents.Resident resident) {
        return calls.get(resident.path(""), resident.token())
                .body()
                .path("unread")
                .asLong();
    }

    @Test
    void showsTheBodyUnderAPolicyOfItsOwn() {
        var jeanne = residents.someone("Jeanne", "Vert");
        var envelopeId = writing.send(jeanne, jeanne, "À moi-même");
        writing.read(jeanne, "received:" + envelopeId);

        var body = calls.get(jeanne.path("/entries/received:" + envelopeId + "/body"), jeanne.token());

        assertThat(new String(body.bytes(), StandardCharsets.UTF_8)).contains("Bonjour");
        assertThat(body.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:")
                .contains("sandbox")
                .contains("frame-ancestors 'self'");
    }

    @Test
    void namesThePersonWhoActedForAnOrganisation() {
        var jeanne = residents.someone("Jeanne", "Brun");
        var paul = residents.someone("Paul", "Gris");
        var office = residents.organisation(jeanne, paul);
        var marie = residents.someone("Marie", "Bleu");
        var envelopeId = writing.send(marie, office, "Pour l’accueil");
        writing.read(office, "received:" + envelopeId);

        calls.put(office.path("/entries/received:" + envelopeId + "/seen"), paul.token(), Map.of("seen", true));

        var receipt = await(
                () -> calls.get(marie.path("/entries/sent:" + envelopeId), marie.token())
                        .body()
                        .path("recipients")
                        .path(0),
                one -> one.path("state").asString().equals("OPENED"));
        assertThat(receipt.path("openedBy").asString()).isEqualTo("Dr Paul Gris");
        var history = calls.get(office.path("/entries/received:" + envelopeId + "/audit"), jeanne.token())
                .body();
        assertThat(StreamSupport.stream(history.path("items").spliterator(), false)
                        .map(line -> line.path("action").asString() + " by "
                                + line.path("by").asString()))
                .containsExactly("opened by Dr Jeanne Brun", "opened by Dr Paul Gris");
        var answer = calls.get(office.path("/entries/sent:" + writing.send(office, marie, "Réponse")), office.token());
        assertThat(answer.status()).as("a message stands in Sent at once").isEqualTo(200);
    }

    @Test
    void keepsNoWordOfAMessageInTheClear() throws IOException {
        var jeanne = residents.someone("Jeanne", "Rose");
        var paul = residents.someone("Paul", "Roux");
        var draft = writing.draft(jeanne);
        var upload = writing.upload(
                jeanne, draft, MARKER + ".pdf", (MARKER + " in the file").getBytes(StandardCharsets.UTF_8));
        var draftAnswer = calls.get(jeanne.path("/drafts/" + draft), jeanne.token());
        calls.put(
                jeanne.path("/drafts/" + draft),
                jeanne.token(),
                Map.of(
                        "version",
                        draftAnswer.body().path("version").asLong(),
                        "to",
                        List.of(paul.address()),
                        "cc",
                        List.of(),
                        "subject",
                        MARKER + " subject",
                        "html",
                        "<p>" + MARKER + "</p>"));
        assertThat(everythingStored()).noneMatch(SendAndReadIT::showsMarker);
        var sent = calls.post(
                jeanne.path("/envelopes"),
                jeanne.token(),
                Writing.message(
                        draft, List.of(paul.address()), MARKER + " subject", "<p>" + MARKER + "</p>", List.of(upload)));
        var message = writing.read(paul, "received:" + sent.text("envelopeId"));
        assertThat(message.text("subject")).startsWith(MARKER);

        assertThat(everythingStored()).noneMatch(SendAndReadIT::showsMarker);
    }

    private static boolean showsMarker(String stored) {
        var base64 = Base64.getEncoder().encodeToString(MARKER.getBytes(StandardCharsets.UTF_8));
        return stored.contains(MARKER) || stored.contains(base64.substring(0, 8));
    }

    private List<String> everythingStored() throws IOException {
        var everything = new ArrayList<String>();
        var settings =
                JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
        for (var name : database.listCollectionNames()) {
            database.getCollection(name).find().forEach(document -> {
                everything.add(document.toJson(settings));
                // Bytes are shown as base64 by JSON: look at them as text too.
                binaries(document, everything);
            });
        }
        try (var files = Files.walk(blobs)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                everything.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(everything).hasSizeGreaterThan(5);
        return everything;
    }

    private static void binaries(Object value, List<String> everything) {
        switch (value) {
            case Document document -> document.values().forEach(one -> binaries(one, everything));
            case List<?> list -> list.forEach(one -> binaries(one, everything));
            case Binary binary -> everything.add(new String(binary.getData(), StandardCharsets.ISO_8859_1));
            case null, default -> {}
        }
    }

    @Test
    void forgetsAMessageThatNobodyHoldsAnyMore() {
        var jeanne = residents.someone("Jeanne", "Noir");
        var paul = residents.someone("Paul", "Blanc");
        var envelopeId = writing.send(jeanne, paul, "À oublier");
        writing.read(paul, "received:" + envelopeId);
        await(() -> stored.envelope(envelopeId), Stored::settled);
        var blob = Stored.blob(stored.envelope(envelopeId)).value();

        remove(paul, "received:" + envelopeId);
        assertThat(blobs.resolve(blob.substring(0, 2)).resolve(blob)).exists();
        remove(jeanne, "sent:" + envelopeId);

        assertThat(blobs.resolve(blob.substring(0, 2)).resolve(blob)).doesNotExist();
        assertThat(Stored.hasText(stored.envelope(envelopeId))).isFalse();
        assertThat(Stored.hasKey(stored.envelope(envelopeId))).isFalse();
        assertThat(calls.get(paul.path("/entries/received:" + envelopeId), paul.token())
                        .code())
                .isEqualTo("404 entry-not-found");
    }

    private void remove(Residents.Resident resident, String entryId) {
        var path = resident.path("/entries/" + entryId);
        assertThat(calls.delete(path, resident.token()).code()).isEqualTo("409 entry-not-in-trash");
        assertThat(calls.put(path + "/folder", resident.token(), Map.of("folder", "trash"))
                        .status())
                .isEqualTo(204);
        assertThat(calls.delete(path, resident.token()).status()).isEqualTo(204);
    }
}
