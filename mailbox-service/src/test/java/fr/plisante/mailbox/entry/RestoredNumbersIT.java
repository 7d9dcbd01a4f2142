package fr.plisante.mailbox.entry;

import static fr.plisante.mailbox.sending.Writing.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.Stored;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.mailbox.Residents.Resident;
import fr.plisante.mailbox.sending.Writing;
import fr.plisante.testkit.Calls;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A backup was restored whose numbers are older than its entries: nothing is lost, and clients learn of it. */
@RunningMailbox
class RestoredNumbersIT {

    @Autowired
    private Calls calls;

    @Autowired
    private Residents residents;

    @Autowired
    private Writing writing;

    @Autowired
    private Stored stored;

    @Autowired
    private MongoDatabase database;

    @Test
    void loseNoMessage() {
        var jeanne = residents.someone("Jeanne", "Restaurée");
        var paul = residents.someone("Paul", "Restauré");
        IntStream.range(0, 3).forEach(i -> deliver(jeanne, paul));
        var followed = next(paul, "");
        restoreOldNumbers(paul, 1);

        var late = deliver(jeanne, paul);

        assertThat(writing.read(paul, "received:" + late).status()).isEqualTo(200);
        assertThat(calls.get(paul.path("/entries?folder=inbox"), paul.token())
                        .body()
                        .path("items"))
                .hasSize(4);
        var asked = calls.get(paul.path("/changes?cursor=" + followed), paul.token());
        assertThat(asked.code()).isEqualTo("410 changes-begin-again");
        assertThat(next(paul, "?cursor=" + next(paul, ""))).isEqualTo(next(paul, ""));
    }

    @Test
    void keepNobodyFromMovingAMessage() {
        var jeanne = residents.someone("Jeanne", "Rangée");
        var paul = residents.someone("Paul", "Rangé");
        var first = deliver(jeanne, paul);
        deliver(jeanne, paul);
        restoreOldNumbers(paul, 1);

        var moved =
                calls.put(paul.path("/entries/received:" + first + "/folder"), paul.token(), Map.of("folder", "trash"));

        assertThat(moved.status()).isEqualTo(204);
    }

    private String deliver(Resident from, Resident to) {
        var envelopeId = writing.send(from, to, "Avant la panne");
        await(() -> stored.envelope(envelopeId), Stored::settled);
        return envelopeId;
    }

    private String next(Resident reader, String cursor) {
        return calls.get(reader.path("/changes" + cursor), reader.token()).text("next");
    }

    private void restoreOldNumbers(Resident of, long modSeq) {
        database.getCollection("numbers")
                .updateOne(
                        Filters.eq("_id", of.mailboxId().toString()),
                        Updates.combine(
                                Updates.set("modSeq", modSeq), Updates.set("uids", new Document("INBOX", modSeq))));
    }
}
