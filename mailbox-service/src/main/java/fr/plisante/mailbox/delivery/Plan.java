package fr.plisante.mailbox.delivery;

import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Receipt.Reason;
import fr.plisante.mailbox.envelope.ReplyAction;
import fr.plisante.mailbox.mailbox.Folder;
import fr.plisante.mailbox.mailbox.Mailbox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a slice puts into which mailbox, and which of them take nothing; known before any number is drawn. */
final class Plan {

    private final Map<UUID, Mailbox> mailboxes;
    private final Set<String> there;
    private final Map<UUID, Share> shares = new LinkedHashMap<>();
    private final Map<UUID, Map<UUID, Reason>> refusals;

    /** Fills {@code refusals}, by envelope and recipient; {@code there} are ids of entries in mailboxes that are closed, deleted ones included. */
    Plan(List<Part> slice, Map<UUID, Mailbox> mailboxes, Set<String> there, Map<UUID, Map<UUID, Reason>> refusals) {
        this.mailboxes = mailboxes;
        this.there = there;
        this.refusals = refusals;
        slice.forEach(this::add);
    }

    /** A message for a mailbox: the sender's own copy, or a recipient's. */
    record Placed(Envelope envelope, Mailbox mailbox, Folder folder) {

        String entryId() {
            return folder == Folder.SENT ? Entry.sent(envelope.envelopeId()) : Entry.received(envelope.envelopeId());
        }

        String id() {
            return Entry.id(mailbox.mailboxId(), entryId());
        }
    }

    /** An entry that one of the messages answers or forwards. */
    record Answer(String entryId, boolean forwarded) {}

    /** All that a slice does to one mailbox. */
    record Share(UUID mailboxId, List<Placed> placed, List<Answer> answered) {

        int modSeqs() {
            return placed.size() + answered.size();
        }

        Map<Folder, Integer> uids() {
            var uids = new EnumMap<Folder, Integer>(Folder.class);
            placed.forEach(one -> uids.merge(one.folder(), 1, Integer::sum));
            return uids;
        }
    }

    Collection<Share> shares() {
        return shares.values();
    }

    private void add(Part part) {
        var envelope = part.envelope();
        var sender = mailboxes.get(envelope.mailboxId());
        if (part.first() && sender != null) {
            if (sender.open()) {
                place(new Placed(envelope, sender, Folder.SENT));
            }
            var replyTo = envelope.replyTo();
            if (replyTo != null) {
                var forwarded = replyTo.action() == ReplyAction.FORWARD;
                share(sender.mailboxId()).answered().add(new Answer(replyTo.entryId(), forwarded));
            }
        }
        for (var recipient : part.recipients()) {
            var mailbox = mailboxes.get(recipient.mailboxId());
            if (mailbox != null && mailbox.open()) {
                place(new Placed(envelope, mailbox, Folder.INBOX));
            } else if (!there.contains(part.received(recipient))) {
                refusals.computeIfAbsent(envelope.envelopeId(), id -> new LinkedHashMap<>())
                        .put(recipient.mailboxId(), mailbox == null ? Reason.MAILBOX_UNKNOWN : Reason.MAILBOX_CLOSED);
            }
        }
    }

    private void place(Placed placed) {
        share(placed.mailbox().mailboxId()).placed().add(placed);
    }

    private Share share(UUID mailboxId) {
        return shares.computeIfAbsent(mailboxId, id -> new Share(id, new ArrayList<>(), new ArrayList<>()));
    }
}
