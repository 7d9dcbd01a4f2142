package fr.plisante.mailbox.envelope;

import java.util.UUID;

/** Which envelope, and the mailbox it was sent from, by which envelopes are spread over a cluster. */
public record EnvelopeRef(UUID envelopeId, UUID fromMailboxId) {}
