package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.blob.BlobOwner;
import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.EnvelopeRef;
import fr.plisante.mailbox.envelope.Envelopes;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a message away, attachments included, with its last entry. Where a crash came between the two, the sweep of
 * blobs does it later.
 */
@Component
class EmptyEnvelopes implements BlobOwner {

    private static final Logger LOG = LoggerFactory.getLogger(EmptyEnvelopes.class);

    private final Envelopes envelopes;
    private final Entries entries;
    private final Blobs blobs;

    EmptyEnvelopes(Envelopes envelopes, Entries entries, Blobs blobs) {
        this.envelopes = envelopes;
        this.entries = entries;
        this.blobs = blobs;
    }

    void ifNobodyHolds(EnvelopeRef ref) {
        var unheld = unheld(envelopes.find(ref).stream().toList());
        unheld.forEach(this::empty);
        unheld.forEach(this::deleteBlob);
    }

    @Override
    public void emptyUnheld(Collection<BlobId> blobs) {
        unheld(envelopes.lyingIn(blobs)).forEach(this::empty);
    }

    @Override
    public Set<BlobId> named(Collection<BlobId> blobs) {
        return envelopes.lyingIn(blobs).stream()
                .flatMap(envelope -> envelope.blob().stream())
                .collect(Collectors.toSet());
    }

    private void empty(Envelope unheld) {
        envelopes.empty(unheld.ref());
        LOG.info("Nobody holds envelope {} any more: its text is deleted", unheld.envelopeId());
    }

    private void deleteBlob(Envelope emptied) {
        emptied.blob().ifPresent(blob -> {
            try {
                blobs.delete(blob);
            } catch (IOException e) {
                LOG.warn("The sweep will delete blob {}: {}", blob.value(), e.toString());
            }
        });
    }

    /** Those that no mailbox holds, and that none will hold: they are settled. */
    private List<Envelope> unheld(Collection<Envelope> asked) {
        var held = entries.held(asked.stream().map(Envelope::envelopeId).toList());
        return asked.stream()
                .filter(Envelope::settled)
                .filter(envelope -> !held.contains(envelope.envelopeId()))
                .toList();
    }
}
