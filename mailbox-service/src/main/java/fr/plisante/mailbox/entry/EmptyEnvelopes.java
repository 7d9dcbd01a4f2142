package fr.plisante.mailbox.entry;

import fr.plisante.mailbox.blob.BlobId;
import fr.plisante.mailbox.blob.BlobOwner;
import fr.plisante.mailbox.blob.Blobs;
import fr.plisante.mailbox.envelope.Envelope;
import fr.plisante.mailbox.envelope.Envelopes;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the words of a letter away with the last entry. Where a crash came between the two, the sweep of blobs finds an
 * envelope that is delivered and that nobody holds, and it is emptied then.
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

    void ifNobodyHolds(UUID envelopeId) {
        var envelope = envelopes.find(envelopeId);
        if (envelope.isEmpty() || held(List.of(envelope.get())).contains(envelopeId)) {
            return;
        }
        empty(envelopeId);
        var blob = envelope.get().blob();
        if (blob != null) {
            try {
                blobs.delete(new BlobId(blob));
            } catch (IOException e) {
                LOG.warn("The sweep will delete blob {}: {}", blob, e.toString());
            }
        }
    }

    @Override
    public Set<BlobId> named(Collection<BlobId> asked) {
        var lying = envelopes.lyingIn(asked);
        var held = held(lying);
        lying.stream()
                .map(Envelope::envelopeId)
                .filter(id -> !held.contains(id))
                .forEach(this::empty);
        return lying.stream()
                .filter(envelope -> held.contains(envelope.envelopeId()))
                .map(Envelope::blob)
                .filter(Objects::nonNull)
                .map(BlobId::new)
                .collect(Collectors.toSet());
    }

    private void empty(UUID envelopeId) {
        envelopes.empty(envelopeId);
        LOG.info("Nobody holds envelope {} any more: its words are deleted", envelopeId);
    }

    /** Those that a mailbox holds, or will once they are delivered. */
    private Set<UUID> held(Collection<Envelope> asked) {
        var held = entries.held(asked.stream().map(Envelope::envelopeId).toList());
        asked.stream()
                .filter(envelope -> envelope.stage() != Envelope.Stage.DELIVERED)
                .forEach(envelope -> held.add(envelope.envelopeId()));
        return held;
    }
}
