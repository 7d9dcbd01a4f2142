package fr.plisante.mailbox.delivery;

import fr.plisante.events.mailbox.EnvelopeSent;
import fr.plisante.mailbox.entry.Entries;
import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.EnvelopeRef;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.mailbox.Mailboxes;
import fr.plisante.mailbox.number.Numbers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts a batch of envelopes into mailboxes: numbers drawn once a mailbox, entries with their events in one unordered
 * write. A batch that dies half-way is taken again and adds only what is missing.
 */
@Component
class DeliverEnvelopes {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverEnvelopes.class);

    private final Envelopes envelopes;
    private final Mailboxes mailboxes;
    private final Numbers numbers;
    private final Entries entries;
    private final MakeEntries makeEntries;
    private final Clock clock;

    DeliverEnvelopes(
            Envelopes envelopes,
            Mailboxes mailboxes,
            Numbers numbers,
            Entries entries,
            MakeEntries makeEntries,
            Clock clock) {
        this.envelopes = envelopes;
        this.mailboxes = mailboxes;
        this.numbers = numbers;
        this.entries = entries;
        this.makeEntries = makeEntries;
        this.clock = clock;
    }

    void deliver(List<EnvelopeSent> sent) {
        var waiting = waiting(sent);
        if (waiting.isEmpty()) {
            return;
        }
        envelopes.checked(waiting.stream().filter(one -> one.scan() == null).toList(), Envelope.Scan.NONE);
        var known = mailboxes.all(waiting.stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.mailboxId()), one.recipients().stream().map(Envelope.Recipient::mailboxId)))
                .distinct()
                .toList());
        var planned = Plan.of(waiting, known, entries::existing);
        write(planned);
        envelopes.settle(
                waiting.stream()
                        .map(envelope -> MakeEntries.settled(envelope, known, clock.instant()))
                        .toList(),
                MakeEntries.SERVICE);
        LOG.info("Delivered {} envelopes as {} entries", waiting.size(), planned.entries());
    }

    /** Those that are not in their mailboxes yet; an event that comes again finds none. */
    private List<Envelope> waiting(List<EnvelopeSent> sent) {
        return envelopes
                .all(sent.stream()
                        .map(one -> new EnvelopeRef(one.envelopeId(), one.fromMailboxId()))
                        .distinct()
                        .toList())
                .values()
                .stream()
                .filter(envelope -> !envelope.settled())
                .toList();
    }

    private void write(Plan plan) {
        var draws = numbers.draw(plan.shares().stream()
                .map(share -> new Numbers.Wanted(share.mailboxId(), share.modSeqs(), share.uids()))
                .toList());
        var at = clock.instant();
        var added = new ArrayList<Entry>();
        var answered = new ArrayList<Entries.Answered>();
        for (var share : plan.shares()) {
            var draw = Objects.requireNonNull(draws.get(share.mailboxId()));
            share.placed().forEach(one -> added.add(makeEntries.entry(one, draw, at)));
            share.answered()
                    .forEach(one -> answered.add(
                            new Entries.Answered(share.mailboxId(), one.entryId(), one.forwarded(), draw.modSeq())));
        }
        numbers.requireUsable(draws.values());
        // A write that failed may still arrive: then its numbers stay in flight until they expire.
        if (!added.isEmpty()) {
            entries.add(added);
        }
        entries.answered(answered);
        numbers.release(draws.values());
    }
}
