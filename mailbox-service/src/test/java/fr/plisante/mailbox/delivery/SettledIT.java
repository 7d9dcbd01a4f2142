package fr.plisante.mailbox.delivery;

import static fr.plisante.mailbox.sending.Writing.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.StoppedDelivery;
import fr.plisante.mailbox.Stored;
import fr.plisante.mailbox.envelope.EnvelopeRef;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.sending.Writing;
import fr.plisante.testkit.Calls;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands in an envelope from its sending until it is settled. */
@RunningMailbox
class SettledIT {

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

    @Autowired
    private Envelopes envelopes;

    @Autowired
    private SentDrafts sentDrafts;

    @Autowired
    private MongoDatabase database;

    @Test
    void keepsSayingThatItWasSentUntilItIsDelivered() {
        var jeanne = residents.someone("Jeanne", "Dite");
        var paul = residents.someone("Paul", "Dit");
        delivery.stop();
        String envelopeId;
        try {
            envelopeId = writing.send(jeanne, paul, "À redire");
            // What the broker has of the mailbox that is opened next comes behind it.
            residents.someone("Paul", "Autre");
            assertThat(Stored.pending(stored.envelope(envelopeId)))
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event.getString("topic")).isEqualTo("plisante.mailbox.envelope-sent.v1"));
        } finally {
            delivery.goOn();
        }

        await(() -> stored.envelope(envelopeId), Stored::settled);

        await(() -> stored.envelope(envelopeId), found -> Stored.pending(found).isEmpty());
        var recipient = calls.get(jeanne.path("/entries/sent:" + envelopeId), jeanne.token())
                .body()
                .path("recipients")
                .path(0);
        assertThat(recipient.path("state").asString()).isEqualTo("DELIVERED");
        assertThat(stored.envelope(envelopeId)
                        .getEmbedded(List.of("receipts", paul.mailboxId().toString(), "deliveredAt"), Object.class))
                .isNotNull();
    }

    @Test
    void takesAwayADraftThatOutlivedItsSending() {
        var jeanne = residents.someone("Jeanne", "Seule");
        var draftId = writing.draft(jeanne);
        var drafts = database.getCollection("drafts");
        var ofJeanne = Filters.eq("mailboxId", jeanne.mailboxId().toString());
        var leftOver = drafts.find(ofJeanne).first();
        var sent = calls.post(
                jeanne.path("/envelopes"),
                jeanne.token(),
                Writing.message(draftId, List.of(jeanne.address()), "Parti", "<p>x</p>", List.of()));
        drafts.insertOne(leftOver);
        var envelope = envelopes
                .find(new EnvelopeRef(UUID.fromString(sent.text("envelopeId")), jeanne.mailboxId()))
                .orElseThrow();

        sentDrafts.forget(List.of(envelope));
        sentDrafts.forget(List.of(envelope));

        assertThat(drafts.countDocuments(ofJeanne)).isZero();
    }
}
