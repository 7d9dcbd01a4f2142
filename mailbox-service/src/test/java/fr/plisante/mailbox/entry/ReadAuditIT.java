package fr.plisante.mailbox.entry;

import static fr.plisante.mailbox.sending.Writing.await;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.Stored;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.sending.Writing;
import fr.plisante.testkit.Calls;
import java.time.Clock;
import java.util.Date;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningMailbox
class ReadAuditIT {

    @Autowired
    private Calls calls;

    @Autowired
    private Residents residents;

    @Autowired
    private Writing writing;

    @Autowired
    private Stored stored;

    /** The service's, which is not the machine's. */
    @Autowired
    private Clock clock;

    @Test
    void namesAServiceAndPassesOverWhatANewerVersionWrote() {
        var jeanne = residents.someone("Jeanne", "Audit");
        var paul = residents.someone("Paul", "Audit");
        var entryId = "received:" + writing.send(jeanne, paul, "Rangé");
        writing.read(paul, entryId);
        stored.audit(paul.mailboxId(), entryId, line("EXPORTED", "retention-service"));
        stored.audit(paul.mailboxId(), entryId, line("NOT_KNOWN_YET", "retention-service"));

        var audit = calls.get(paul.path("/entries/" + entryId + "/audit"), paul.token());

        assertThat(audit.status()).isEqualTo(200);
        assertThat(StreamSupport.stream(audit.body().path("items").spliterator(), false)
                        .map(ReadAuditIT::shown))
                .containsExactly(
                        "opened by Dr Paul Audit", "exported by retention-service", "unknown by retention-service");
    }

    @Test
    void tellsTheSenderWhoSent() {
        var jeanne = residents.someone("Jeanne", "Envoi");
        var envelopeId = writing.send(jeanne, jeanne, "Envoyé");
        var entryId = "sent:" + envelopeId;
        await(() -> stored.envelope(envelopeId), Stored::settled);

        var audit = calls.get(jeanne.path("/entries/" + entryId + "/audit"), jeanne.token());

        assertThat(shown(audit.body().path("items").path(0))).isEqualTo("sent by Dr Jeanne Envoi");
        // Read before everybody has it, it was opened too.
        assertThat(StreamSupport.stream(audit.body().path("items").spliterator(), false)
                        .map(ReadAuditIT::shown))
                .containsOnlyOnce("sent by Dr Jeanne Envoi");
    }

    private Document line(String action, String by) {
        return new Document("action", action)
                .append("by", by)
                .append("acr", 0)
                .append("at", Date.from(clock.instant()));
    }

    private static String shown(JsonNode line) {
        return line.path("action").asString() + " by " + line.path("by").asString();
    }
}
