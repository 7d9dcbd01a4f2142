package fr.plisante.mailbox.delivery;

import fr.plisante.events.mailbox.EnvelopeDelivered;
import fr.plisante.events.mailbox.EnvelopeRefused;
import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.envelope.Receipt;
import fr.plisante.mailbox.envelope.Receipt.Reason;
import fr.plisante.mailbox.mailbox.Folder;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.MailboxKeys;
import fr.plisante.mailbox.number.Draw;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import fr.plisante.mailbox.sealing.ServiceKey;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.Outgoing;
import fr.plisante.starter.event.Outgoing.PendingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the entries of a delivery, each with the envelope's key under that of its mailbox, and what is said of them. */
@Component
class MakeEntries {

    static final Origin SERVICE = Origin.service("mailbox-service");

    private final ServiceKey serviceKey;
    private final MailboxKeys keys;
    private final Outbox outbox;

    MakeEntries(ServiceKey serviceKey, MailboxKeys keys, Outbox outbox) {
        this.serviceKey = serviceKey;
        this.keys = keys;
        this.outbox = outbox;
    }

    /** The key of an envelope on its way. */
    EnvelopeKey key(Envelope envelope) {
        return serviceKey.unwrap(Objects.requireNonNull(envelope.wrappedKey()).getData(), envelope.envelopeId());
    }

    Entry entry(Plan.Placed placed, EnvelopeKey key, Draw draw, Instant at) {
        var envelope = placed.envelope();
        var mailboxId = placed.mailbox().mailboxId();
        var sent = placed.folder() == Folder.SENT;
        return new Entry(
                placed.id(),
                mailboxId,
                placed.entryId(),
                envelope.ref(),
                placed.mailbox().regionId(),
                new Entry.Place(placed.folder(), draw.uid(placed.folder())),
                draw.modSeq(),
                sent ? Entry.Flags.SEEN : Entry.Flags.NEW,
                sealed(envelope, key, mailboxId),
                envelope.message().size(),
                envelope.message().attachments(),
                sent ? envelope.message().sentAt() : at,
                List.of(),
                null,
                List.of(),
                Outgoing.none(Entry.FIRST));
    }

    private Entry.Sealed sealed(Envelope envelope, EnvelopeKey key, UUID mailboxId) {
        var id = envelope.envelopeId();
        return new Entry.Sealed(
                new Binary(keys.wrap(mailboxId, key, Entry.keyContext(mailboxId, id))),
                Objects.requireNonNull(envelope.sealed()).summary());
    }

    private static EnvelopeDelivered delivered(
            Envelope envelope, Mailbox mailbox, @Nullable Mailbox sender, Instant at) {
        return new EnvelopeDelivered(
                envelope.envelopeId(),
                mailbox.mailboxId(),
                mailbox.regionId(),
                mailbox.structureId(),
                Entry.received(envelope.envelopeId()),
                mailbox.address(),
                envelope.mailboxId(),
                envelope.sender().address(),
                sender == null ? envelope.sender().address() : sender.name(),
                envelope.message().size(),
                envelope.message().attachments(),
                envelope.message().sentAt(),
                at);
    }

    /** The envelope once its entries are written, with all that is to be said of it. */
    Envelopes.Settled settled(Envelope envelope, Map<UUID, Mailbox> mailboxes, Map<UUID, Reason> refusals, Instant at) {
        var refused = new LinkedHashMap<UUID, Receipt.Refused>();
        var events = new ArrayList<PendingEvent>();
        var sender = mailboxes.get(envelope.mailboxId());
        for (var recipient : envelope.recipients()) {
            var reason = refusals.get(recipient.mailboxId());
            var mailbox = mailboxes.get(recipient.mailboxId());
            if (reason != null) {
                refused.put(recipient.mailboxId(), new Receipt.Refused(at, reason));
                events.add(outbox.pending(
                        refused(envelope, recipient, reason, at),
                        envelope.outgoing().version() + 1,
                        SERVICE));
            } else if (mailbox != null) {
                events.add(outbox.pending(delivered(envelope, mailbox, sender, at), Entry.FIRST, SERVICE));
            }
        }
        return new Envelopes.Settled(envelope, Envelope.Scan.NONE, at, refused, events);
    }

    private static EnvelopeRefused refused(Envelope envelope, Envelope.Recipient recipient, Reason reason, Instant at) {
        return new EnvelopeRefused(
                envelope.envelopeId(),
                envelope.mailboxId(),
                envelope.regionId(),
                envelope.structureId(),
                recipient.mailboxId(),
                recipient.address(),
                reason.name(),
                at);
    }
}
