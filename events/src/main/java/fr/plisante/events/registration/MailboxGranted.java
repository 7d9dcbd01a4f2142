package fr.plisante.events.registration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.plisante.events.StateEvent;
import fr.plisante.events.Workplace;
import java.util.List;
import java.util.UUID;

/**
 * The whole state of an organisational mailbox and of the accounts that may open it; published again, with a higher
 * sequence, when it changes.
 */
public record MailboxGranted(
        UUID mailboxId,
        String regionId,
        String address,
        String name,
        @JsonUnwrapped Workplace workplace,
        boolean redList,
        boolean dematerialised,
        List<UUID> members)
        implements RegistrationEvent, StateEvent {

    /** MailboxGranted version 1, keyed by mailbox id. */
    public static final String TOPIC = "plisante.registration.mailbox-granted.v1";

    @Override
    public String key() {
        return mailboxId.toString();
    }
}
