package fr.plisante.mailbox.delivery;

import static fr.plisante.mailbox.sending.Writing.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.Stored;
import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.mailbox.MailboxKeys;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.mailbox.Residents.Resident;
import fr.plisante.mailbox.sealing.ServiceKey;
import fr.plisante.mailbox.sending.Writing;
import fr.plisante.testkit.Calls;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Slices here hold three entries, so each of these messages takes several. */
@RunningMailbox
class DeliverInSlicesIT {

    @Autowired
    private Calls calls;

    @Autowired
    private Residents residents;

    @Autowired
    private Writing writing;

    @Autowired
    private Stored stored;

    @Autowired
    private DeliverEnvelopes deliverEnvelopes;

    @Autowired
    private MailboxKeys keys;

    @Autowired
    private ServiceKey serviceKey;

    @Autowired
    private MongoDatabase database;

    @Test
    void reachesEveryRecipientOnce() {
        var jeanne = residents.someone("Jeanne", "Tranche");
        var readers = readers();

        var envelopeId = send(jeanne, readers);

        await(() -> stored.envelope(envelopeId), Stored::settled);
        assertThat(stored.places(envelopeId)).hasSize(6);
        readers.forEach(reader -> assertThat(
                        writing.read(reader, "received:" + envelopeId).status())
                .isEqualTo(200));
    }

    @Test
    void saysWhoRefusedItInWhicheverSlice() {
        var jeanne = residents.someone("Jeanne", "Refus");
        var readers = readers();
        stored.close(readers.getFirst().mailboxId());
        var envelopeId = send(jeanne, readers.subList(1, 5));
        await(() -> stored.envelope(envelopeId), Stored::settled);
        var id = UUID.fromString(envelopeId);
        var key = keys.unwrap(
                jeanne.mailboxId(),
                stored.entryKey(jeanne.mailboxId(), "sent:" + envelopeId),
                Entry.keyContext(jeanne.mailboxId(), id));
        stored.unsettle(envelopeId, serviceKey.wrap(key, id));
        stored.forgetEntry(readers.get(1).mailboxId(), "received:" + envelopeId);
        stored.close(readers.get(1).mailboxId());
        // This one has it, and keeps it.
        stored.close(readers.getLast().mailboxId());

        deliverEnvelopes.deliver(List.of(Writing.event(jeanne, envelopeId)));

        var recipients = calls.get(jeanne.path("/entries/sent:" + envelopeId), jeanne.token())
                .body()
                .path("recipients");
        assertThat(StreamSupport.stream(recipients.spliterator(), false)
                        .map(one -> one.path("state").asString()))
                .containsExactly("REFUSED", "DELIVERED", "DELIVERED", "DELIVERED");
    }

    @Test
    void holdsNoReaderBackWhenASliceCannotBeMade() {
        var jeanne = residents.someone("Jeanne", "Scelle");
        var paul = residents.someone("Paul", "Scelle");
        var envelopeId = writing.send(jeanne, paul, "Sous une autre clé");
        await(() -> stored.envelope(envelopeId), Stored::settled);
        stored.forgetEntry(paul.mailboxId(), "received:" + envelopeId);
        stored.unsettle(envelopeId, new byte[] {1, 2, 3});

        assertThatThrownBy(() -> deliverEnvelopes.deliver(List.of(Writing.event(jeanne, envelopeId))))
                .hasMessageContaining("key of envelope " + envelopeId);

        var numbers = database.getCollection("numbers")
                .find(Filters.eq("_id", paul.mailboxId().toString()))
                .first();
        assertThat(numbers).isNotNull();
        assertThat(numbers.getList("inFlight", Document.class)).isEmpty();
    }

    private List<Resident> readers() {
        return IntStream.range(0, 5)
                .mapToObj(i -> residents.someone("Paul", "Tranche" + i))
                .toList();
    }

    private String send(Resident from, List<Resident> to) {
        var sent = calls.post(
                from.path("/envelopes"),
                from.token(),
                Writing.message(
                        writing.draft(from),
                        to.stream().map(Resident::address).toList(),
                        "À tous",
                        "<p>Bonjour</p>",
                        List.of()));
        assertThat(sent.status()).as(sent.text("detail")).isEqualTo(201);
        return sent.text("envelopeId");
    }
}
