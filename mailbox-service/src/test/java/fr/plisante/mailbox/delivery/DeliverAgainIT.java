package fr.plisante.mailbox.delivery;

import static fr.plisante.mailbox.sending.Writing.await;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.Stored;
import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.mailbox.MailboxKeys;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.mailbox.Residents.Resident;
import fr.plisante.mailbox.sealing.ServiceKey;
import fr.plisante.mailbox.sending.Writing;
import fr.plisante.testkit.Calls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningMailbox
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
    private Stored stored;

    @Test
    void changesNothingWhenItIsToldAgain() {
        var jeanne = residents.someone("Jeanne", "Un");
        var paul = residents.someone("Paul", "Un");
        var envelopeId = writing.send(jeanne, paul, "Une fois");
        writing.read(paul, "received:" + envelopeId);
        await(() -> stored.envelope(envelopeId), Stored::settled);
        var before = stored.places(envelopeId);

        deliverEnvelopes.deliver(List.of(Writing.event(jeanne, envelopeId), Writing.event(jeanne, envelopeId)));

        assertThat(stored.places(envelopeId)).isEqualTo(before).hasSize(2);
    }

    @Test
    void addsOnlyWhatADyingBatchLeftOut() {
        var jeanne = residents.someone("Jeanne", "Deux");
        var paul = residents.someone("Paul", "Deux");
        var envelopeId = writing.send(jeanne, paul, "À moitié");
        writing.read(paul, "received:" + envelopeId);
        await(() -> stored.envelope(envelopeId), Stored::settled);
        remove(paul, "received:" + envelopeId);
        unsettle(jeanne, envelopeId);
        stored.forgetEntry(jeanne.mailboxId(), "sent:" + envelopeId);

        deliverEnvelopes.deliver(List.of(Writing.event(jeanne, envelopeId)));

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
        var id = UUID.fromString(envelopeId);
        var key = keys.unwrap(
                sender.mailboxId(),
                stored.entryKey(sender.mailboxId(), "sent:" + envelopeId),
                Entry.keyContext(sender.mailboxId(), id));
        stored.unsettle(envelopeId, serviceKey.wrap(key, id));
    }

    @Test
    void refusesForAMailboxThatWasClosedMeanwhile() {
        var jeanne = residents.someone("Jeanne", "Trois");
        var paul = residents.someone("Paul", "Trois");
        var envelopeId = writing.send(jeanne, paul, "Fermé");
        await(() -> stored.envelope(envelopeId), Stored::settled);
        unsettle(jeanne, envelopeId);
        stored.forgetEntry(paul.mailboxId(), "received:" + envelopeId);
        stored.close(paul.mailboxId());

        deliverEnvelopes.deliver(List.of(Writing.event(jeanne, envelopeId)));

        var recipient = calls.get(jeanne.path("/entries/sent:" + envelopeId), jeanne.token())
                .body()
                .path("recipients")
                .path(0);
        assertThat(recipient.path("state").asString()).isEqualTo("REFUSED");
        assertThat(recipient.path("reason").asString()).isEqualTo("MAILBOX_CLOSED");
        await(() -> stored.envelope(envelopeId), found -> Stored.pending(found).isEmpty());
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

        follow(paul, received, "reply", jeanne);

        var answered = await(() -> first(paul), entry -> entry.path("answered").asBoolean());
        assertThat(answered.path("forwarded").asBoolean()).isFalse();
        follow(paul, received, "forward", jeanne);
        var forwarded =
                await(() -> first(paul), entry -> entry.path("forwarded").asBoolean());
        assertThat(forwarded.path("answered").asBoolean()).isTrue();
        assertThat(forwarded.path("modSeq").asLong())
                .isGreaterThan(answered.path("modSeq").asLong());
    }

    private void follow(Resident writer, String entryId, String action, Resident to) {
        var draft = calls.post(writer.path("/drafts"), writer.token(), Map.of("inReplyTo", entryId, "action", action));
        var sent = calls.post(
                writer.path("/envelopes"),
                writer.token(),
                Writing.message(draft.text("draftId"), List.of(to.address()), "Suite", "<p>Oui</p>", List.of()));
        assertThat(sent.status()).as(sent.text("detail")).isEqualTo(201);
    }

    private JsonNode first(Resident reader) {
        return calls.get(reader.path("/entries?folder=inbox"), reader.token())
                .body()
                .path("items")
                .path(0);
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
                        paul.path("/entries?folder=inbox&limit=4&cursor="
                                + first.path("next").asString()),
                        paul.token())
                .body();

        var listed = new ArrayList<String>();
        first.path("items").forEach(entry -> listed.add(entry.path("entryId").asString()));
        second.path("items").forEach(entry -> listed.add(entry.path("entryId").asString()));
        assertThat(listed).isEqualTo(sent.reversed());
        assertThat(second.path("next").isNull()).isTrue();
    }

    private void remove(Resident resident, String entryId) {
        var path = resident.path("/entries/" + entryId);
        calls.put(path + "/folder", resident.token(), Map.of("folder", "trash"));
        assertThat(calls.delete(path, resident.token()).status()).isEqualTo(204);
    }
}
