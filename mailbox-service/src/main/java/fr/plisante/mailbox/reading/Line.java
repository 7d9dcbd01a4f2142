package fr.plisante.mailbox.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.plisante.mailbox.envelope.Correspondent;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Receipt;
import fr.plisante.mailbox.envelope.SealedJson.Summary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a list; {@code receipts} stand at what was sent. */
record Line(
        @JsonUnwrapped Item item,
        Correspondent from,
        List<Correspondent> to,
        String subject,
        String preview,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Receipts receipts) {

    static Line of(Item item, Summary summary, @Nullable Envelope sent) {
        return new Line(
                item,
                summary.from(),
                summary.to(),
                summary.subject(),
                summary.preview(),
                sent == null ? null : Receipts.of(sent));
    }

    /** How many of a sent message's recipients have it, and have opened it. */
    record Receipts(int recipients, int delivered, int opened) {

        static Receipts of(Envelope envelope) {
            var states = envelope.recipients().stream()
                    .map(recipient -> envelope.state(recipient.mailboxId()))
                    .toList();
            var opened =
                    (int) states.stream().filter(Receipt.State.OPENED::equals).count();
            var delivered = (int) states.stream()
                            .filter(Receipt.State.DELIVERED::equals)
                            .count()
                    + opened;
            return new Receipts(states.size(), delivered, opened);
        }
    }
}
