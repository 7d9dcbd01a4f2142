package fr.plisante.mailbox.delivery;

import fr.plisante.mailbox.entry.Entry;
import fr.plisante.mailbox.envelope.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An envelope, or so many of its recipients as fit into one slice of a delivery.
 *
 * @param first whether it has the sender's own copy too
 * @param last whether the envelope is in all its mailboxes once this is written
 */
record Part(Envelope envelope, List<Envelope.Recipient> recipients, boolean first, boolean last) {

    /** Cuts envelopes into slices of about {@code most} entries, however many recipients one of them has. */
    static List<List<Part>> slices(List<Envelope> envelopes, int most) {
        var slices = new ArrayList<List<Part>>();
        var room = 0;
        for (var envelope : envelopes) {
            var recipients = envelope.recipients();
            var from = 0;
            do {
                if (room <= 0) {
                    slices.add(new ArrayList<>());
                    room = most;
                }
                var to = Math.min(recipients.size(), from + room);
                var part = new Part(envelope, recipients.subList(from, to), from == 0, to == recipients.size());
                slices.getLast().add(part);
                room -= part.size();
                from = to;
            } while (from < recipients.size());
        }
        return slices;
    }

    /** Where it goes, and where it comes from; with the last part all of them, because then all is said of it. */
    Stream<UUID> mailboxIds() {
        var to = last ? envelope.recipients() : recipients;
        return Stream.concat(Stream.of(envelope.mailboxId()), to.stream().map(Envelope.Recipient::mailboxId));
    }

    /** How many entries it makes. */
    int size() {
        return recipients.size() + (first ? 1 : 0);
    }

    /** The id of a recipient's entry. */
    String received(Envelope.Recipient recipient) {
        return Entry.id(recipient.mailboxId(), Entry.received(envelope.envelopeId()));
    }
}
