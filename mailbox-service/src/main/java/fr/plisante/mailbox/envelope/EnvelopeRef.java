package fr.plisante.mailbox.envelope;

import java.util.UUID;
import org.bson.Document;

/** Which envelope, and the mailbox it was sent from, by which envelopes are spread over a cluster. */
public record EnvelopeRef(UUID envelopeId, UUID fromMailboxId) {

    Document key() {
        return new Document("_id", envelopeId).append("mailboxId", fromMailboxId);
    }
}
