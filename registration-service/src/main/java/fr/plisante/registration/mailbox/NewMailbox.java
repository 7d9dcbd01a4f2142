package fr.plisante.registration.mailbox;

import fr.plisante.events.Workplace;
import fr.plisante.registration.text.OneLine;
import fr.plisante.registration.text.Tidy;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an administrator enters about a mailbox of a structure. */
record NewMailbox(
        @NotBlank @OneLine String name,

        @NotNull @Pattern(regexp = "[a-z0-9]+([._-][a-z0-9]+)*", message = "{mailbox.local-part}") @Size(max = 56) String localPart,

        @Nullable UUID structureId,
        @NotBlank @OneLine String structure,

        @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "{mailbox.structure-domain}") @Size(max = 63) String structureDomain,

        @OneLine @Nullable String service,
        @NotBlank String regionId,
        @OneLine @Nullable String street,

        @Pattern(regexp = "[0-9A-Za-z -]{0,12}", message = "{account.postal-code}") @Nullable String postalCode,

        @OneLine(max = 80) @Nullable String city,
        @Nullable Boolean redList,
        @Nullable Boolean dematerialised,
        @NotEmpty @Size(max = 200) Set<@NotNull UUID> members) {

    /** Where the mailbox belongs, without blanks around. */
    Workplace workplace() {
        return new Workplace(
                structureId,
                Tidy.text(structure),
                Tidy.optional(service),
                Tidy.optional(street),
                Tidy.optional(postalCode),
                Tidy.optional(city));
    }
}
