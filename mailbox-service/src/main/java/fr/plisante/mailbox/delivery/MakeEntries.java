package fr.plisante.mailbox.delivery;

import fr.plisante.events.mailbox.EnvelopeDelivered;
import fr.plisante.events.mailbox.EnvelopeRefused;
import fr.plisante.mailbox.entry.Draw;
import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.entry.Folder;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.envelope.Receipt;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.MailboxKeys;
import fr.plisante.mailbox.sealing.ServiceKey;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.PendingEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/** Makes the entries of a delivery, each with the letter's key under that of its mailbox and with what it says. */
@Component
class MakeEntries {

    private static final Origin DELIVERY = Origin.service("mailbox-service");

    private final ServiceKey serviceKey;
    private final MailboxKeys keys;
    private final Outbox outbox;

    MakeEntries(ServiceKey serviceKey, MailboxKeys keys, Outbox outbox) {
        this.serviceKey = serviceKey;
        this.keys = keys;
        this.outbox = outbox;
    }

    Entry entry(Plan.Placed placed, Draw draw, Instant at) {
        var envelope = placed.envelope();
        var mailboxId = placed.mailbox().mailboxId();
        var sent = placed.folder() == Folder.SENT;
        var says = sent ? List.<PendingEvent>of() : List.of(delivered(placed, at));
        return new Entry(
                placed.id(),
                mailboxId,
                placed.entryId(),
                envelope.ref(),
                placed.mailbox().regionId(),
                new Entry.Place(placed.folder(), draw.uid(placed.folder())),
                draw.modSeq(),
                sent ? Entry.Flags.SEEN : Entry.Flags.NEW,
                sealed(envelope, mailboxId),
                envelope.message().size(),
                envelope.message().attachments(),
                sent ? envelope.message().sentAt() : at,
                List.of(),
                null,
                List.of(),
                1,
                says,
                sent ? null : outbox.due());
    }

    private Entry.Sealed sealed(Envelope envelope, UUID mailboxId) {
        var id = envelope.envelopeId();
        var key =
                serviceKey.unwrap(Objects.requireNonNull(envelope.wrappedKey()).getData(), id);
        return new Entry.Sealed(
                new Binary(keys.wrap(mailboxId, key, Entry.keyContext(mailboxId, id))),
                Objects.requireNonNull(envelope.sealed()).summary());
    }

    private PendingEvent delivered(Plan.Placed placed, Instant at) {
        var envelope = placed.envelope();
        var sender = placed.sender();
        return outbox.pending(
                new EnvelopeDelivered(
                        envelope.envelopeId(),
                        placed.mailbox().mailboxId(),
                        placed.mailbox().regionId(),
                        placed.mailbox().structureId(),
                        placed.entryId(),
                        placed.mailbox().address(),
                        envelope.mailboxId(),
                        envelope.sender().address(),
                        sender == null ? envelope.sender().address() : sender.name(),
                        envelope.message().size(),
                        envelope.message().attachments(),
                        envelope.message().sentAt(),
                        at),
                1,
                DELIVERY);
    }

    /** The envelope once its entries are written: nothing is open but who refused it. */
    Envelopes.Settled settled(Envelope envelope, Map<UUID, Mailbox> mailboxes, Instant at) {
        var refusals = new HashMap<UUID, Receipt.Refused>();
        for (var recipient : envelope.recipients()) {
            var mailbox = mailboxes.get(recipient.mailboxId());
            if (mailbox == null) {
                refusals.put(recipient.mailboxId(), new Receipt.Refused(at, Receipt.Reason.MAILBOX_UNKNOWN));
            } else if (!mailbox.open()) {
                refusals.put(recipient.mailboxId(), new Receipt.Refused(at, Receipt.Reason.MAILBOX_CLOSED));
            }
        }
        var events = envelope.recipients().stream()
                .filter(recipient -> refusals.containsKey(recipient.mailboxId()))
                .map(recipient -> outbox.pending(
                        new EnvelopeRefused(
                                envelope.envelopeId(),
                                envelope.mailboxId(),
                                envelope.regionId(),
                                envelope.structureId(),
                                recipient.mailboxId(),
                                recipient.address(),
                                Objects.requireNonNull(refusals.get(recipient.mailboxId()))
                                        .reason()
                                        .name(),
                                at),
                        envelope.version() + 1,
                        DELIVERY))
                .toList();
        return new Envelopes.Settled(envelope, refusals, events);
    }
}
