package fr.plisante.mailbox.entry;

import static fr.plisante.mailbox.sending.Writing.await;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.Stored;
import fr.plisante.mailbox.envelope.EnvelopeRef;
import fr.plisante.mailbox.mailbox.Residents;
import fr.plisante.mailbox.sending.Writing;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningMailbox
class EmptyEnvelopesIT {

    @Autowired
    private Residents residents;

    @Autowired
    private Writing writing;

    @Autowired
    private EmptyEnvelopes emptyEnvelopes;

    @Autowired
    private Stored stored;

    @Test
    void keepsTheBlobOfAMessageThatSomebodyHolds() {
        var envelope = delivered();

        sweep(envelope);

        assertThat(emptyEnvelopes.named(List.of(Stored.blob(envelope)))).containsExactly(Stored.blob(envelope));
        assertThat(Stored.hasText(again(envelope))).isTrue();
    }

    @Test
    void healsACrashBetweenTheLastEntryAndTheText() {
        var envelope = delivered();
        stored.expungeEntries(id(envelope));

        sweep(envelope);

        assertThat(emptyEnvelopes.named(List.of(Stored.blob(envelope)))).isEmpty();
        assertThat(Stored.hasText(again(envelope))).isFalse();
    }

    @Test
    void deletesNothingWhenItIsOnlyAsked() {
        var envelope = delivered();
        stored.expungeEntries(id(envelope));

        assertThat(emptyEnvelopes.named(List.of(Stored.blob(envelope)))).containsExactly(Stored.blob(envelope));

        assertThat(Stored.hasText(again(envelope))).isTrue();
    }

    @Test
    void leavesAMessageAloneThatIsNotDeliveredYet() {
        var envelope = delivered();
        stored.expungeEntries(id(envelope));
        stored.unsettle(id(envelope));

        sweep(envelope);
        emptyEnvelopes.ifNobodyHolds(
                new EnvelopeRef(UUID.fromString(id(envelope)), UUID.fromString(envelope.getString("mailboxId"))));

        assertThat(emptyEnvelopes.named(List.of(Stored.blob(envelope)))).containsExactly(Stored.blob(envelope));
        assertThat(Stored.hasText(again(envelope))).isTrue();
    }

    private void sweep(Document envelope) {
        emptyEnvelopes.emptyUnheld(List.of(Stored.blob(envelope)));
    }

    private Document delivered() {
        var jeanne = residents.someone("Jeanne", "Garde");
        var envelopeId = writing.send(jeanne, residents.someone("Paul", "Garde"), "Gardée");
        return await(() -> stored.envelope(envelopeId), Stored::settled);
    }

    private Document again(Document envelope) {
        return stored.envelope(id(envelope));
    }

    private static String id(Document envelope) {
        return envelope.getString("_id");
    }
}
