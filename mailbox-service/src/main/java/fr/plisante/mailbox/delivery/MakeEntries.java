package fr.plisante.mailbox.delivery;

import fr.plisante.events.mailbox.EnvelopeDelivered;
import fr.plisante.events.mailbox.EnvelopeRefused;
import fr.plisante.mailbox.audit.AuditRecord;
import fr.plisante.mailbox.audit.AuditRecord.Action;
import fr.plisante.mailbox.entry.Draw;
import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.entry.Folder;
import fr.plisante.mailbox.entry.Messages;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.MailboxKeys;
import fr.plisante.mailbox.sealing.EnvelopeKey;
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
        var audit = sent
                ? List.of(new AuditRecord(
                        Action.SENT, null, envelope.sentBy().toString(), envelope.acr(), envelope.sentAt()))
                : List.<AuditRecord>of();
        return new Entry(
                placed.id(),
                mailboxId,
                placed.entryId(),
                envelope.envelopeId(),
                envelope.mailboxId(),
                placed.folder(),
                draw.uid(placed.folder()),
                draw.modSeq(),
                sent,
                false,
                false,
                new Binary(keys.wrap(mailboxId, key(envelope), Messages.context(mailboxId, envelope.envelopeId()))),
                envelope.summary(),
                envelope.size(),
                envelope.attachments(),
                sent ? envelope.sentAt() : at,
                null,
                List.of(),
                audit,
                1,
                says,
                sent ? null : outbox.due());
    }

    private EnvelopeKey key(Envelope envelope) {
        return serviceKey.unwrap(Objects.requireNonNull(envelope.key()).getData(), envelope.envelopeId());
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
                        envelope.fromAddress(),
                        sender == null ? envelope.fromAddress() : sender.name(),
                        envelope.size(),
                        envelope.attachments(),
                        envelope.sentAt(),
                        at),
                1,
                DELIVERY);
    }

    /** What the envelope is told once its entries are written: who refused it, and that is all it waits for. */
    Envelopes.Delivered settled(Envelope envelope, Map<UUID, Mailbox> mailboxes, Instant at) {
        var reasons = new HashMap<UUID, String>();
        for (var recipient : envelope.recipients()) {
            var mailbox = mailboxes.get(recipient.mailboxId());
            if (mailbox == null) {
                reasons.put(recipient.mailboxId(), "MAILBOX_UNKNOWN");
            } else if (!mailbox.open()) {
                reasons.put(recipient.mailboxId(), "MAILBOX_CLOSED");
            }
        }
        var sender = mailboxes.get(envelope.mailboxId());
        var refusals = envelope.recipients().stream()
                .filter(recipient -> reasons.containsKey(recipient.mailboxId()))
                .map(recipient -> outbox.pending(
                        new EnvelopeRefused(
                                envelope.envelopeId(),
                                envelope.mailboxId(),
                                envelope.regionId(),
                                sender == null ? null : sender.structureId(),
                                recipient.mailboxId(),
                                recipient.address(),
                                Objects.requireNonNull(reasons.get(recipient.mailboxId())),
                                at),
                        envelope.version() + 1,
                        DELIVERY))
                .toList();
        return new Envelopes.Delivered(envelope, at, reasons, refusals);
    }
}
