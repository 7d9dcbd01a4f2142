package fr.plisante.registration.account;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.registration.idempotency.Command.Acceptance;
import fr.plisante.starter.event.Outgoing;
import fr.plisante.starter.event.Publishing;
import java.util.UUID;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * An account. Writing this document accepts it, and nothing else is written for that. Public because the driver's record codec
 * must reach it.
 *
 * @param acceptedAs what makes the acceptance unique: its idempotency key, or the region whose first administrator it is
 * @param state what the events of the account say
 */
public record Account(
        @BsonId UUID accountId, String acceptedAs, Acceptance acceptance, AccountValidated state, Outgoing outgoing)
        implements Publishing {

    @Override
    public Document key() {
        return new Document("_id", accountId);
    }
}
