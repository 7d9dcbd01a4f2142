package fr.plisante.events.registration;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole state of an organisational mailbox and of the accounts that may open it; said again, with a higher sequence, when it changes. */
public record MailboxGranted(
        UUID mailboxId,
        String regionId,
        String address,
        String name,
        String structure,
        @Nullable String service,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        boolean redList,
        boolean dematerialised,
        List<UUID> members)
        implements RegistrationEvent {

    /** MailboxGranted version 1, keyed by mailbox id. */
    public static final String TOPIC = "plisante.registration.mailbox-granted.v1";

    @Override
    public String key() {
        return mailboxId.toString();
    }
}
