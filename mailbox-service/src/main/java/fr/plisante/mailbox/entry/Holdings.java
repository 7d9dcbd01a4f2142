package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.mailbox.Mailbox;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a mailbox holds: its entries, and in Sent the messages on their way, which have no entry yet. */
@Component
public class Holdings {

    private final Entries entries;
    private final Envelopes envelopes;

    Holdings(Entries entries, Envelopes envelopes) {
        this.entries = entries;
        this.envelopes = envelopes;
    }

    /** What has this entry id; refused when there is nothing, or nothing any more. */
    public Held find(Mailbox mailbox, String entryId) {
        var mailboxId = mailbox.mailboxId();
        return entry(mailboxId, entryId)
                .or(() -> sending(mailboxId, entryId))
                // It may have been delivered between the two questions.
                .or(() -> entry(mailboxId, entryId))
                .orElseThrow(EntryRefusals::entryNotFound);
    }

    private Optional<Held> entry(UUID mailboxId, String entryId) {
        return entries.find(mailboxId, entryId).map(entry -> new Held(entry, null));
    }

    private Optional<Held> sending(UUID mailboxId, String entryId) {
        return Entry.sentEnvelope(entryId)
                .flatMap(envelopeId -> envelopes.sending(mailboxId, envelopeId))
                .map(envelope -> new Held(null, envelope));
    }

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
}
