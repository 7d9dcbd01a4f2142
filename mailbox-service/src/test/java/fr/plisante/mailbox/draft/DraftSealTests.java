package fr.plisante.mailbox.draft;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.draft.DraftSeal.FileAbout;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

/** What was sealed once is read for ever, by the version that sealed it, by older and by newer ones. */
class DraftSealTests {

    private static final UUID ID = UUID.randomUUID();

    private final EnvelopeKey key = EnvelopeKey.random();

    @Test
    void opensTheTextsEverSealed() throws IOException {
        var text = new DraftText(
                List.of("camille.exemple@medecin.oc.mssante.example", "a demi tap"),
                List.of("paul.noel@medecin.oc.mssante.example"),
                "Résultats de Mme É. 😀",
                "<p>Chère consœur,</p>");

        assertThat(text(sample("draft-text"))).isEqualTo(text);
        assertThat(text(sample("draft-text").replace("{\"to\"", "{\"later\":{\"a\":[1]},\"to\"")))
                .isEqualTo(text);
    }

    @Test
    void opensATextWithNothingInIt() {
        assertThat(text("{}")).isEqualTo(DraftText.EMPTY);
    }

    @Test
    void sealsATextInTheFormOfTheSample() throws IOException {
        var text = text(sample("draft-text"));

        var opened =
                new String(key.open(DraftSeal.text(key, ID, text).getData(), "text:" + ID), StandardCharsets.UTF_8);

        assertThat(text(opened)).isEqualTo(text);
        assertThat(opened).contains("\"subject\":\"Résultats de Mme É. 😀\"");
    }

    @Test
    void opensWhatWasEverSealedOfAFile() throws IOException {
        var about = new FileAbout(
                "../été 😀.pdf", "application/pdf", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

        assertThat(about(sample("draft-file"))).isEqualTo(about);
        assertThat(about(sample("draft-file").replace("{\"name\"", "{\"later\":null,\"name\"")))
                .isEqualTo(about);
    }

    private DraftText text(String json) {
        var sealed = sealed(json, "text:" + ID);
        return DraftSeal.text(
                key, new Draft(Draft.id(ID, ID), ID, ID, sealed, sealed, List.of(), 0, null, ID, Instant.EPOCH, 1));
    }

    private FileAbout about(String json) {
        return DraftSeal.about(key, new Draft.Upload(ID, "blob", sealed(json, "upload:" + ID), 0));
    }

    private Binary sealed(String json, String context) {
        return new Binary(key.seal(json.getBytes(StandardCharsets.UTF_8), context));
    }

    private static String sample(String name) throws IOException {
        try (var in = DraftSealTests.class.getResourceAsStream("/stored/" + name + "-2026-11.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
