package fr.plisante.events.registration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.plisante.events.Professional;
import fr.plisante.events.StateEvent;
import fr.plisante.events.Workplace;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an account that an authority has checked; published again, with a higher sequence, when it
 * changes.
 *
 * @param kind {@code PER} (has a national identifier) or {@code MED}
 * @param nationalIdentifier an IdNat_PS
 * @param language {@code fr} or {@code en}
 * @param timeZone an IANA name
 */
public record AccountValidated(
        UUID accountId,
        String regionId,
        UUID mailboxId,
        String kind,
        String address,
        @Nullable String civility,
        String familyName,
        String givenName,
        @JsonUnwrapped Professional professional,
        @Nullable String nationalIdentifier,
        String email,
        String language,
        String timeZone,
        @JsonUnwrapped Workplace workplace,
        boolean redList,
        boolean dematerialised,
        List<String> roles)
        implements RegistrationEvent, StateEvent {

    /** AccountValidated version 1, keyed by account id. */
    public static final String TOPIC = "plisante.registration.account-validated.v1";

    /** The role of who manages the accounts and mailboxes of their region; the only one there is. */
    public static final String REGION_ADMINISTRATOR = "region-administrator";

    @Override
    public String key() {
        return accountId.toString();
    }
}
