package fr.plisante.mailbox.delivery;

import static fr.plisante.mailbox.sending.Writing.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import fr.plisante.events.mailbox.EnvelopeSent;
import fr.plisante.mailbox.Calls;
import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.entry.Messages;
import fr.plisante.mailbox.mailbox.MailboxKeys;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.mailbox.Residents.Resident;
import fr.plisante.mailbox.sealing.ServiceKey;
import fr.plisante.mailbox.sending.Writing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RunningMailbox
@Import(Writing.class)
class DeliverAgainIT {

    @Autowired
    private Calls calls;

    @Autowired
    private Residents residents;

    @Autowired
    private Writing writing;

    @Autowired
    private DeliverEnvelopes deliverEnvelopes;

    @Autowired
    private MailboxKeys keys;

    @Autowired
    private ServiceKey serviceKey;

    @Autowired
    private MongoDatabase database;

    @Test
    void changesNothingWhenItIsToldAgain() {
        var jeanne = residents.someone("Jeanne", "Un");
        var paul = residents.someone("Paul", "Un");
        var envelopeId = writing.send(jeanne, paul, "Une fois");
        writing.read(paul, "received:" + envelopeId);
        await(() -> envelope(envelopeId), found -> found.getString("stage").equals("DELIVERED"));
        var before = entries(envelopeId);

        deliverEnvelopes.deliver(List.of(event(jeanne, envelopeId), event(jeanne, envelopeId)));

        assertThat(entries(envelopeId)).isEqualTo(before).hasSize(2);
    }

    @Test
    void addsOnlyWhatADyingBatchLeftOut() {
        var jeanne = residents.someone("Jeanne", "Deux");
        var paul = residents.someone("Paul", "Deux");
        var envelopeId = writing.send(jeanne, paul, "À moitié");
        writing.read(paul, "received:" + envelopeId);
        await(() -> envelope(envelopeId), found -> found.getString("stage").equals("DELIVERED"));
        remove(paul, "received:" + envelopeId);
        unsettle(jeanne, envelopeId);
        database.getCollection("entries").deleteOne(Filters.eq("_id", jeanne.mailboxId() + ":sent:" + envelopeId));

        deliverEnvelopes.deliver(List.of(event(jeanne, envelopeId)));

        assertThat(calls.get(jeanne.path("/entries/sent:" + envelopeId), jeanne.token())
                        .status())
                .isEqualTo(200);
        // What was deleted meanwhile does not come back.
        assertThat(calls.get(paul.path("/entries/received:" + envelopeId), paul.token())
                        .status())
                .isEqualTo(404);
    }

    /** Puts an envelope back to where it was before the last step of its delivery. */
    private void unsettle(Resident sender, String envelopeId) {
        var own = database.getCollection("entries")
                .find(Filters.eq("_id", sender.mailboxId() + ":sent:" + envelopeId))
                .first();
        assertThat(own).isNotNull();
        var id = UUID.fromString(envelopeId);
        var key = keys.unwrap(
                sender.mailboxId(), own.get("key", Binary.class).getData(), Messages.context(sender.mailboxId(), id));
        database.getCollection("envelopes")
                .updateOne(
                        Filters.eq("_id", envelopeId),
                        Updates.combine(
                                Updates.set("stage", "CHECKED"),
                                Updates.set("key", new Binary(serviceKey.wrap(key, id)))));
    }

    @Test
    void refusesForAMailboxThatWasClosedMeanwhile() {
        var jeanne = residents.someone("Jeanne", "Trois");
        var paul = residents.someone("Paul", "Trois");
        var envelopeId = writing.send(jeanne, paul, "Fermé");
        await(() -> envelope(envelopeId), found -> found.getString("stage").equals("DELIVERED"));
        unsettle(jeanne, envelopeId);
        database.getCollection("entries").deleteOne(Filters.eq("_id", paul.mailboxId() + ":received:" + envelopeId));
        database.getCollection("mailboxes")
                .updateOne(Filters.eq("_id", paul.mailboxId().toString()), Updates.set("state", "CLOSED"));

        deliverEnvelopes.deliver(List.of(event(jeanne, envelopeId)));

        var recipient = calls.get(jeanne.path("/entries/sent:" + envelopeId), jeanne.token())
                .body()
                .path("recipients")
                .path(0);
        assertThat(recipient.path("state").asString()).isEqualTo("REFUSED");
        assertThat(recipient.path("reason").asString()).isEqualTo("MAILBOX_CLOSED");
        await(
                () -> envelope(envelopeId),
                found -> found.getList("outbox", Document.class).isEmpty());
        assertThat(calls.get("/api/mailbox/recipients?address=" + paul.address(), jeanne.token())
                        .text("reason"))
                .isEqualTo("CLOSED");
    }

    @Test
    void marksWhatWasAnsweredAndForwarded() {
        var jeanne = residents.someone("Jeanne", "Quatre");
        var paul = residents.someone("Paul", "Quatre");
        var received = "received:" + writing.send(jeanne, paul, "Question");
        writing.read(paul, received);
        var draft = calls.post(paul.path("/drafts"), paul.token(), Map.of("answers", received, "as", "reply"));

        var sent = calls.post(
                paul.path("/envelopes"),
                paul.token(),
                Writing.letter(
                        draft.text("draftId"), List.of(jeanne.address()), "Re: Question", "<p>Oui</p>", List.of()));

        assertThat(sent.status()).as(sent.text("detail")).isEqualTo(201);
        await(
                () -> calls.get(paul.path("/entries?folder=inbox"), paul.token())
                        .body()
                        .path("entries")
                        .path(0),
                entry -> entry.path("answered").asBoolean());
    }

    @Test
    void pagesAFolderFromTheLatestOn() {
        var jeanne = residents.someone("Jeanne", "Cinq");
        var paul = residents.someone("Paul", "Cinq");
        var sent = IntStream.range(0, 7)
                .mapToObj(i -> "received:" + writing.send(jeanne, paul, "Lettre " + i))
                .peek(entryId -> writing.read(paul, entryId))
                .toList();

        var first = calls.get(paul.path("/entries?folder=inbox&limit=4"), paul.token())
                .body();
        var second = calls.get(
                        paul.path("/entries?folder=inbox&limit=4&before="
                                + first.path("next").asString()),
                        paul.token())
                .body();

        var listed = new ArrayList<String>();
        first.path("entries").forEach(entry -> listed.add(entry.path("entryId").asString()));
        second.path("entries").forEach(entry -> listed.add(entry.path("entryId").asString()));
        assertThat(listed).isEqualTo(sent.reversed());
        assertThat(second.path("next").isNull()).isTrue();
    }

    private void remove(Resident resident, String entryId) {
        var path = resident.path("/entries/" + entryId);
        calls.put(path + "/folder", resident.token(), Map.of("folder", "trash"));
        assertThat(calls.delete(path, resident.token()).status()).isEqualTo(204);
    }

    private Document envelope(String envelopeId) {
        return database.getCollection("envelopes")
                .find(Filters.eq("_id", envelopeId))
                .first();
    }

    private List<Document> entries(String envelopeId) {
        return database.getCollection("entries")
                .find(Filters.eq("envelopeId", envelopeId))
                .projection(Projections.include("folder", "uid", "modSeq"))
                .into(new ArrayList<>());
    }

    private static EnvelopeSent event(Resident from, String envelopeId) {
        return new EnvelopeSent(
                UUID.fromString(envelopeId),
                from.mailboxId(),
                "oc",
                null,
                from.address(),
                "Dr",
                "<x@y>",
                List.of(),
                1,
                0,
                Instant.now());
    }
}
