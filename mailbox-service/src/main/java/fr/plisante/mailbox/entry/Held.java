package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.envelope.Envelope;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a mailbox holds under an entry id: an entry, or the envelope of a message on its way. One of the two is there. */
public record Held(@Nullable Entry entry, @Nullable Envelope sending) {

    /** The envelope of a message that has no entry yet. */
    public Envelope requireSending() {
        return Objects.requireNonNull(sending);
    }

    String entryId() {
        return entry != null ? entry.entryId() : Entry.sent(requireSending().envelopeId());
    }

    /** The lines that stand in it. */
    List<AuditRecord> audit() {
        return entry != null ? entry.audit() : requireSending().audit();
    }
}
