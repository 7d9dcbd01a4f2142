package fr.plisante.mailbox.entry;

import static fr.plisante.mailbox.sending.Writing.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.sending.Writing;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RunningMailbox
@Import(Writing.class)
class EmptyEnvelopesIT {

    @Autowired
    private Residents residents;

    @Autowired
    private Writing writing;

    @Autowired
    private EmptyEnvelopes emptyEnvelopes;

    @Autowired
    private MongoDatabase database;

    @Test
    void keepsTheBlobOfALetterThatSomebodyHolds() {
        var envelope = delivered();

        assertThat(emptyEnvelopes.named(List.of(blob(envelope)))).containsExactly(blob(envelope));
        assertThat(stored(envelope.getString("_id"))).containsKey("contents");
    }

    @Test
    void healsACrashBetweenTheLastEntryAndTheContent() {
        var envelope = delivered();
        database.getCollection("entries")
                .updateMany(Filters.eq("envelopeId", envelope.getString("_id")), Updates.set("folder", "EXPUNGED"));

        assertThat(emptyEnvelopes.named(List.of(blob(envelope)))).isEmpty();
        assertThat(stored(envelope.getString("_id"))).doesNotContainKeys("contents", "summary", "blob");
    }

    @Test
    void leavesALetterAloneThatIsNotDeliveredYet() {
        var envelope = delivered();
        var id = envelope.getString("_id");
        database.getCollection("entries").updateMany(Filters.eq("envelopeId", id), Updates.set("folder", "EXPUNGED"));
        database.getCollection("envelopes").updateOne(Filters.eq("_id", id), Updates.set("stage", "CHECKED"));

        assertThat(emptyEnvelopes.named(List.of(blob(envelope)))).containsExactly(blob(envelope));
        emptyEnvelopes.ifNobodyHolds(UUID.fromString(id));
        assertThat(stored(id)).containsKey("contents");
    }

    private Document delivered() {
        var jeanne = residents.someone("Jeanne", "Garde");
        var envelopeId = writing.send(jeanne, residents.someone("Paul", "Garde"), "Gardée");
        return await(() -> stored(envelopeId), found -> "DELIVERED".equals(found.getString("stage")));
    }

    private static BlobId blob(Document envelope) {
        return new BlobId(envelope.getString("blob"));
    }

    private Document stored(String envelopeId) {
        var found = database.getCollection("envelopes")
                .find(Filters.eq("_id", envelopeId))
                .first();
        return found == null ? new Document() : found;
    }
}
