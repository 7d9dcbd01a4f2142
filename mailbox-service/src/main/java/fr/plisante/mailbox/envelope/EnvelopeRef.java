package fr.plisante.mailbox.envelope;

import com.mongodb.client.model.Filters;
import java.util.UUID;
import org.bson.conversions.Bson;

/** Which envelope, and the mailbox it was sent from, by which envelopes are spread over a cluster. */
public record EnvelopeRef(UUID envelopeId, UUID fromMailboxId) {

    Bson key() {
        return Filters.and(Filters.eq("_id", envelopeId), Filters.eq("mailboxId", fromMailboxId));
    }
}
