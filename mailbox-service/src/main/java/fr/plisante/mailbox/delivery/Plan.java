package fr.plisante.mailbox.delivery;

import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.envelope.Envelope;
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
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a batch puts into which mailbox, known before any number is drawn. */
record Plan(Collection<Share> shares) {

    /** A message for a mailbox: the sender's own copy, or a recipient's. */
    record Placed(
            Envelope envelope,
            Mailbox mailbox,
            Folder folder,
            @Nullable Mailbox sender) {

        String entryId() {
            return folder == Folder.SENT ? Entry.sent(envelope.envelopeId()) : Entry.received(envelope.envelopeId());
        }

        String id() {
            return Entry.id(mailbox.mailboxId(), entryId());
        }
    }

    /** An entry that one of the messages answers or forwards. */
    record Answer(String entryId, boolean forwarded) {}

    /** All that a batch does to one mailbox. */
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

    int entries() {
        return shares.stream().mapToInt(share -> share.placed().size()).sum();
    }

    static Plan of(
            List<Envelope> envelopes,
            Map<UUID, Mailbox> mailboxes,
            BiFunction<Collection<UUID>, Collection<String>, Set<String>> existing) {
        var placed = new ArrayList<Placed>();
        for (var envelope : envelopes) {
            var sender = mailboxes.get(envelope.mailboxId());
            if (sender != null && sender.open()) {
                placed.add(new Placed(envelope, sender, Folder.SENT, sender));
            }
            for (var recipient : envelope.recipients()) {
                var mailbox = mailboxes.get(recipient.mailboxId());
                if (mailbox != null && mailbox.open()) {
                    placed.add(new Placed(envelope, mailbox, Folder.INBOX, sender));
                }
            }
        }
        var there = existing.apply(
                placed.stream().map(one -> one.mailbox().mailboxId()).collect(Collectors.toSet()),
                placed.stream().map(Placed::id).toList());
        var shares = new LinkedHashMap<UUID, Share>();
        placed.stream()
                .filter(one -> !there.contains(one.id()))
                .forEach(
                        one -> share(shares, one.mailbox().mailboxId()).placed().add(one));
        for (var envelope : envelopes) {
            var replyTo = envelope.replyTo();
            if (replyTo != null && mailboxes.containsKey(envelope.mailboxId())) {
                share(shares, envelope.mailboxId())
                        .answered()
                        .add(new Answer(replyTo.entryId(), replyTo.action() == ReplyAction.FORWARD));
            }
        }
        return new Plan(shares.values());
    }

    private static Share share(Map<UUID, Share> shares, UUID mailboxId) {
        return shares.computeIfAbsent(mailboxId, id -> new Share(id, new ArrayList<>(), new ArrayList<>()));
    }
}
