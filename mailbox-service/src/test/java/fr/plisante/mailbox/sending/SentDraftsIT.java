package fr.plisante.mailbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.envelope.EnvelopeRef;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.testkit.Calls;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningMailbox
class SentDraftsIT {

    @Autowired
    private Calls calls;

    @Autowired
    private Residents residents;

    @Autowired
    private Writing writing;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private SentDraftsListener listener;

    @Test
    void healsWhatDiedBetweenSendingAndForgettingTheDraft() {
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
        var envelopes = Set.of(new EnvelopeRef(UUID.fromString(sent.text("envelopeId")), jeanne.mailboxId()));

        listener.forget(envelopes);
        listener.forget(envelopes);

        assertThat(drafts.countDocuments(ofJeanne)).isZero();
    }
}
