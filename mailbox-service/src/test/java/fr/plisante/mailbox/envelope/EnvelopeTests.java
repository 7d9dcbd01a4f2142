package fr.plisante.mailbox.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.mailbox.envelope.Receipt.State;
import fr.plisante.starter.event.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class EnvelopeTests {

    private static final UUID COLLEAGUE = new UUID(1, 1);
    private static final UUID CLOSED = new UUID(1, 2);
    private static final Map<String, Receipt> REFUSED = Map.of(
            CLOSED.toString(),
            new Receipt(null, null, new Receipt.Refused(Instant.EPOCH, Receipt.Reason.MAILBOX_CLOSED), Map.of()));

    @Test
    void isOnItsWayUntilAReceiptComes() {
        assertThat(envelope(false, Map.of()).state(COLLEAGUE)).isEqualTo(State.SENT);
    }

    @Test
    void isDeliveredOnceSettledEvenBeforeTheReceipt() {
        assertThat(envelope(true, REFUSED).state(COLLEAGUE)).isEqualTo(State.DELIVERED);
    }

    @Test
    void staysRefusedWhereItWasRefused() {
        assertThat(envelope(true, REFUSED).state(CLOSED)).isEqualTo(State.REFUSED);
    }

    private static Envelope envelope(boolean settled, Map<String, Receipt> receipts) {
        var sender = new UUID(1, 3);
        return new Envelope(
                new UUID(1, 4),
                sender,
                new Envelope.FromDraft(new UUID(1, 5), new Binary(new byte[0])),
                "oc",
                null,
                new Envelope.Sender("zoe@medecin.oc.mssante.example", sender, 2),
                new Envelope.Message("<1@oc.mssante.example>", Instant.EPOCH, 1, 0),
                List.of(
                        new Envelope.Recipient(COLLEAGUE, "paul@medecin.oc.mssante.example", Envelope.Role.TO),
                        new Envelope.Recipient(CLOSED, "anais@medecin.oc.mssante.example", Envelope.Role.CC)),
                receipts,
                null,
                null,
                null,
                null,
                settled,
                List.of(),
                new Outgoing(1, List.of(), null));
    }
}
