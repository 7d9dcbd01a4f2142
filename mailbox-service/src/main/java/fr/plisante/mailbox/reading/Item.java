package fr.plisante.mailbox.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.entry.Holdings.Held;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.mailbox.Folder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lists and messages both say of something that a mailbox holds.
 *
 * @param sent whether it is the sender's own copy
 * @param uid absent, as {@code modSeq} is, while a message on its way has no entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Item(
        String entryId,
        UUID envelopeId,
        Folder folder,
        boolean sent,
        State state,
        @Nullable Long uid,
        @Nullable Long modSeq,
        @JsonUnwrapped Entry.Flags flags,
        int attachments,
        long size,
        Instant receivedAt) {

    /** Whether every recipient has it. */
    enum State {
        @JsonProperty("sending")
        SENDING,
        @JsonProperty("delivered")
        DELIVERED
    }

    /** What is held; {@code envelope} tells of a sent entry whether every recipient has it. */
    static Item of(Held held, @Nullable Envelope envelope) {
        return held.entry() == null ? sending(held.requireSending()) : of(held.entry(), envelope);
    }

    private static Item of(Entry entry, @Nullable Envelope envelope) {
        return new Item(
                entry.entryId(),
                entry.envelope().envelopeId(),
                entry.place().folder(),
                !entry.received(),
                envelope == null || entry.received() || envelope.settled() ? State.DELIVERED : State.SENDING,
                entry.place().uid(),
                entry.modSeq(),
                entry.flags(),
                entry.attachments(),
                entry.size(),
                entry.receivedAt());
    }

    /** A message on its way, as its sender sees it before there is an entry. */
    private static Item sending(Envelope envelope) {
        return new Item(
                Entry.sent(envelope.envelopeId()),
                envelope.envelopeId(),
                Folder.SENT,
                true,
                State.SENDING,
                null,
                null,
                Entry.Flags.SEEN,
                envelope.message().attachments(),
                envelope.message().size(),
                envelope.message().sentAt());
    }
}
