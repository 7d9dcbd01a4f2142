package fr.plisante.events.registration;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole state of an account that an authority has checked; said again, with a higher sequence, when it changes. {@code kind} is {@code PER} (has a national identifier) or {@code MED}; {@code nationalIdentifier} is an IdNat_PS; {@code language} is {@code fr} or {@code en}; {@code timeZone} an IANA name. */
public record AccountValidated(
        UUID accountId,
        String regionId,
        UUID mailboxId,
        String kind,
        String address,
        @Nullable String civility,
        String familyName,
        String givenName,
        @Nullable String professionCode,
        @Nullable String profession,
        @Nullable String specialityCode,
        @Nullable String speciality,
        @Nullable String nationalIdentifier,
        String email,
        String language,
        String timeZone,
        @Nullable String structure,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        boolean redList,
        boolean dematerialised,
        List<String> roles)
        implements RegistrationEvent {

    /** AccountValidated version 1, keyed by account id. */
    public static final String TOPIC = "plisante.registration.account-validated.v1";

    @Override
    public String key() {
        return accountId.toString();
    }
}
