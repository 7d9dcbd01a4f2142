package fr.plisante.mailbox.delivery;

import fr.plisante.events.mailbox.EnvelopeSent;
import fr.plisante.mailbox.entry.Entries;
import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.entry.NumbersTaken;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.EnvelopeRef;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.envelope.Receipt.Reason;
import fr.plisante.mailbox.mailbox.Mailbox;
import fr.plisante.mailbox.mailbox.Mailboxes;
import fr.plisante.mailbox.number.Numbers;
import fr.plisante.mailbox.sealing.EnvelopeKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts envelopes into mailboxes, slice by slice: numbers drawn once a mailbox, entries in one unordered write, numbers
 * released; then one write says of each envelope all that became of it. A batch that dies half-way is taken again and adds
 * only what is missing.
 */
@Component
class DeliverEnvelopes {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverEnvelopes.class);
    /** So many are in memory at a time, whatever the size of a batch. */
    private static final int ENVELOPES = 50;

    private final Envelopes envelopes;
    private final Mailboxes mailboxes;
    private final Numbers numbers;
    private final Entries entries;
    private final MakeEntries makeEntries;
    private final SentDrafts sentDrafts;
    private final DeliverySettings settings;
    private final Clock clock;

    DeliverEnvelopes(
            Envelopes envelopes,
            Mailboxes mailboxes,
            Numbers numbers,
            Entries entries,
            MakeEntries makeEntries,
            SentDrafts sentDrafts,
            DeliverySettings settings,
            Clock clock) {
        this.envelopes = envelopes;
        this.mailboxes = mailboxes;
        this.numbers = numbers;
        this.entries = entries;
        this.makeEntries = makeEntries;
        this.sentDrafts = sentDrafts;
        this.settings = settings;
        this.clock = clock;
    }

    void deliver(List<EnvelopeSent> sent) {
        for (var from = 0; from < sent.size(); from += ENVELOPES) {
            var waiting = waiting(sent.subList(from, Math.min(from + ENVELOPES, sent.size())));
            var refusals = new HashMap<UUID, Map<UUID, Reason>>();
            for (var slice : Part.slices(waiting, settings.slice())) {
                deliver(slice, refusals);
            }
        }
    }

    private void deliver(List<Part> slice, Map<UUID, Map<UUID, Reason>> refusals) {
        var mailboxIds = slice.stream().flatMap(Part::mailboxIds).collect(Collectors.toSet());
        var known = mailboxes.all(mailboxIds);
        var plan = new Plan(slice, known, thereAlready(slice, known), refusals);
        write(plan);
        var delivered = slice.stream().filter(Part::last).map(Part::envelope).toList();
        // Before: what is settled is not taken again.
        sentDrafts.forget(delivered);
        var at = clock.instant();
        envelopes.settle(delivered.stream()
                .map(one -> makeEntries.settled(one, known, refusals.getOrDefault(one.envelopeId(), Map.of()), at))
                .toList());
        LOG.info(
                "Delivered {} envelopes to {} mailboxes",
                delivered.size(),
                plan.shares().size());
    }

    /** Entries of mailboxes that take nothing any more; of others the write itself tells which are there. */
    private Set<String> thereAlready(List<Part> slice, Map<UUID, Mailbox> known) {
        var shut = new HashMap<String, UUID>();
        for (var part : slice) {
            for (var recipient : part.recipients()) {
                var mailbox = known.get(recipient.mailboxId());
                if (mailbox == null || !mailbox.open()) {
                    shut.put(part.received(recipient), recipient.mailboxId());
                }
            }
        }
        return shut.isEmpty() ? Set.of() : entries.existing(shut.values(), shut.keySet());
    }

    /** Those that are not in their mailboxes yet, in the order they were sent; an event that comes again finds none. */
    private List<Envelope> waiting(List<EnvelopeSent> sent) {
        return envelopes
                .all(sent.stream()
                        .map(one -> new EnvelopeRef(one.envelopeId(), one.fromMailboxId()))
                        .distinct()
                        .toList())
                .values()
                .stream()
                .filter(envelope -> !envelope.settled())
                .sorted(Comparator.comparing(envelope -> envelope.envelopeId().toString()))
                .toList();
    }

    /** A write that failed in another way than is caught here may still arrive: its numbers stay in flight until they expire. */
    private void write(Plan plan) {
        var draws = numbers.draw(plan.shares().stream()
                .map(share -> new Numbers.Wanted(share.mailboxId(), share.modSeqs(), share.uids()))
                .toList());
        var added = new ArrayList<Entry>();
        var answered = new ArrayList<Entries.Answered>();
        var opened = new HashMap<UUID, EnvelopeKey>();
        try {
            var at = clock.instant();
            for (var share : plan.shares()) {
                var draw = Objects.requireNonNull(draws.get(share.mailboxId()));
                share.placed().forEach(one -> added.add(makeEntries.entry(one, key(one, opened), draw, at)));
                share.answered()
                        .forEach(one -> answered.add(new Entries.Answered(
                                share.mailboxId(), one.entryId(), one.forwarded(), draw.modSeq())));
            }
            numbers.requireUsable(draws.values());
        } catch (RuntimeException e) {
            // Nothing was written, so no reader need wait for these numbers.
            numbers.release(draws.values());
            throw e;
        }
        try {
            entries.add(added);
            entries.answered(answered);
            numbers.release(draws.values());
        } catch (NumbersTaken e) {
            numbers.release(draws.values());
            throw e;
        }
    }

    private EnvelopeKey key(Plan.Placed placed, Map<UUID, EnvelopeKey> opened) {
        var envelope = placed.envelope();
        return opened.computeIfAbsent(envelope.envelopeId(), id -> makeEntries.key(envelope));
    }
}
