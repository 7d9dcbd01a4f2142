package fr.plisante.registration.account;

import fr.plisante.registration.address.ReserveAddress;
import fr.plisante.registration.reference.Profession;
import fr.plisante.registration.reference.References;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks {@link FittingAccount}, each finding beside its field. Fields other rules refuse may still be null here. */
class FittingAccountRule implements ConstraintValidator<FittingAccount, NewAccount> {

    private final References references;
    private final ReserveAddress addresses;
    private final AccountSettings settings;

    FittingAccountRule(References references, ReserveAddress addresses, AccountSettings settings) {
        this.references = references;
        this.addresses = addresses;
        this.settings = settings;
    }

    @Override
    public boolean isValid(NewAccount account, ConstraintValidatorContext context) {
        var findings = new LinkedHashMap<String, String>();
        region(account.regionId(), findings);
        email(account.email(), findings);
        profession(account, findings);
        speciality(account, findings);
        identifier(account, findings);
        if (account.roles() != null && !List.of(NewAccount.ADMINISTRATOR).containsAll(account.roles())) {
            findings.put("roles", "account.role-unknown");
        }
        context.disableDefaultConstraintViolation();
        findings.forEach((field, message) -> context.buildConstraintViolationWithTemplate("{" + message + "}")
                .addPropertyNode(field)
                .addConstraintViolation());
        return findings.isEmpty();
    }

    private void region(@Nullable String regionId, Map<String, String> findings) {
        if (regionId != null && references.region(regionId).isEmpty()) {
            findings.put("regionId", "account.region-unknown");
        }
    }

    private void email(@Nullable String text, Map<String, String> findings) {
        if (text == null || text.isBlank()) {
            return;
        }
        var email = Email.of(text);
        if (!email.isPlausible()) {
            findings.put("email", "account.email");
        } else if (addresses.isOurs(email.normalised())) {
            findings.put("email", "account.email-secure");
        }
    }

    private void profession(NewAccount account, Map<String, String> findings) {
        var code = account.professionCode();
        var personal = account.kind() == Account.Kind.PER;
        if (code == null) {
            if (personal) {
                findings.put("professionCode", "account.profession-needed");
            }
        } else if (references.profession(code).isEmpty()) {
            findings.put("professionCode", "account.profession-unknown");
        } else if (personal
                && !references.profession(code).map(Profession::personal).orElse(false)) {
            findings.put("professionCode", "account.profession-not-personal");
        }
    }

    private void speciality(NewAccount account, Map<String, String> findings) {
        var code = account.specialityCode();
        if (code != null
                && references
                        .speciality(code)
                        .filter(known -> known.professionCode().equals(account.professionCode()))
                        .isEmpty()) {
            findings.put("specialityCode", "account.speciality-unknown");
        }
    }

    private void identifier(NewAccount account, Map<String, String> findings) {
        var identifier = account.nationalIdentifier();
        if (identifier == null) {
            if (account.kind() == Account.Kind.PER) {
                findings.put("nationalIdentifier", "account.identifier-needed");
            }
        } else if (identifier.isComplete() && !identifier.passes(settings.identifierCheck())) {
            findings.put("nationalIdentifier", "account.identifier");
        }
    }
}
