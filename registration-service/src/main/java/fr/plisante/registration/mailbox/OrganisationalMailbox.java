package fr.plisante.registration.mailbox;

import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.registration.idempotency.Command.Acceptance;
import fr.plisante.starter.event.Outgoing;
import fr.plisante.starter.event.Publishing;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * An ORG mailbox and who may open it. Public because the driver's record codec must reach it.
 *
 * @param state what the events of the mailbox say
 */
public record OrganisationalMailbox(
        @BsonId UUID mailboxId, Acceptance acceptance, MailboxGranted state, Outgoing outgoing) implements Publishing {

    @Override
    public Document key() {
        return new Document("_id", mailboxId);
    }

    /** The event that says the mailbox has these members from now on. */
    MailboxGranted granted(List<UUID> members) {
        return new MailboxGranted(
                mailboxId,
                state.regionId(),
                state.address(),
                state.name(),
                state.workplace(),
                state.redList(),
                state.dematerialised(),
                members);
    }
}
