package fr.plisante.registration.account;

import fr.plisante.events.Professional;
import fr.plisante.events.Workplace;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.registration.reference.References.Region;
import fr.plisante.registration.text.OneLine;
import fr.plisante.registration.text.Tidy;
import fr.plisante.starter.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an administrator enters about a person whom an authority has checked. */
record NewAccount(
        @NotBlank @OneLine(max = 80) String familyName,
        @NotBlank @OneLine(max = 80) String givenName,
        @OneLine(max = 20) @Nullable String civility,
        @NotNull Kind kind,
        @Nullable String professionCode,
        @Nullable String specialityCode,
        @Valid @Nullable NationalIdentifier nationalIdentifier,
        @NotBlank String email,
        @NotBlank String regionId,

        @NotNull @Pattern(regexp = "fr|en", message = "{account.language}") String language,

        @Nullable UUID structureId,
        @OneLine @Nullable String structure,
        @OneLine @Nullable String street,

        @Pattern(regexp = "[0-9A-Za-z -]{0,12}", message = "{account.postal-code}") @Nullable String postalCode,

        @OneLine(max = 80) @Nullable String city,
        @Nullable Boolean redList,
        @Nullable Boolean dematerialised,
        @Nullable List<String> roles) {

    /** What kind of mailbox the person holds: PER needs a national identifier, MED is internal and never published. */
    enum Kind {
        PER,
        MED
    }

    boolean administrator() {
        return roles != null && roles.contains(AccountValidated.REGION_ADMINISTRATOR);
    }

    /** The account it becomes, with identifiers of its own. */
    AccountValidated validated(Region region, String address, Professional professional) {
        return new AccountValidated(
                Ids.next(),
                region.regionId(),
                Ids.next(),
                kind.name(),
                address,
                Tidy.optional(civility),
                Tidy.text(familyName),
                Tidy.text(givenName),
                professional,
                nationalIdentifier == null ? null : nationalIdentifier.idNat(),
                Email.of(email).normalised(),
                language,
                region.timeZone().getId(),
                workplace(),
                Boolean.TRUE.equals(redList),
                !Boolean.FALSE.equals(dematerialised),
                roles == null ? List.of() : roles.stream().distinct().toList());
    }

    /** Where the person works, without blanks around. */
    private Workplace workplace() {
        return new Workplace(
                structureId,
                Tidy.optional(structure),
                null,
                Tidy.optional(street),
                Tidy.optional(postalCode),
                Tidy.optional(city));
    }
}
