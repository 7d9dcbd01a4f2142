package fr.plisante.registration.account;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.registration.address.ReserveAddress;
import fr.plisante.registration.reference.References;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * Checks the fields of a new account against each other and against the reference lists. It runs beside the annotations
 * of {@link NewAccount}, so fields that those refuse may still be null here.
 */
@Component
class CheckAccount implements Validator {

    private final References references;
    private final ReserveAddress addresses;
    private final AccountSettings settings;

    CheckAccount(References references, ReserveAddress addresses, AccountSettings settings) {
        this.references = references;
        this.addresses = addresses;
        this.settings = settings;
    }

    @Override
    public boolean supports(Class<?> type) {
        return type == NewAccount.class;
    }

    @Override
    public void validate(Object target, Errors errors) {
        var account = (NewAccount) target;
        region(account, errors);
        email(account, errors);
        profession(account, errors);
        speciality(account, errors);
        identifier(account, errors);
        if (account.roles() != null
                && !List.of(AccountValidated.REGION_ADMINISTRATOR).containsAll(account.roles())) {
            errors.rejectValue("roles", "account.role-unknown");
        }
    }

    private void region(NewAccount account, Errors errors) {
        if (account.regionId() != null && references.region(account.regionId()).isEmpty()) {
            errors.rejectValue("regionId", "account.region-unknown");
        }
    }

    private void email(NewAccount account, Errors errors) {
        if (account.email() == null || account.email().isBlank()) {
            return;
        }
        var email = Email.of(account.email());
        if (!email.isPlausible()) {
            errors.rejectValue("email", "account.email");
        } else if (addresses.isOurs(email.normalised())) {
            errors.rejectValue("email", "account.email-secure");
        }
    }

    private void profession(NewAccount account, Errors errors) {
        var profession = references.profession(account.professionCode());
        var personal = account.kind() == NewAccount.Kind.PER;
        if (account.professionCode() == null) {
            if (personal) {
                errors.rejectValue("professionCode", "account.profession-needed");
            }
        } else if (profession.isEmpty()) {
            errors.rejectValue("professionCode", "account.profession-unknown");
        } else if (personal && !profession.get().personal()) {
            errors.rejectValue("professionCode", "account.profession-not-personal");
        }
    }

    private void speciality(NewAccount account, Errors errors) {
        var known = references
                .speciality(account.specialityCode())
                .filter(speciality -> speciality.professionCode().equals(account.professionCode()));
        if (account.specialityCode() != null && known.isEmpty()) {
            errors.rejectValue("specialityCode", "account.speciality-unknown");
        }
    }

    private void identifier(NewAccount account, Errors errors) {
        var identifier = account.nationalIdentifier();
        if (identifier == null) {
            if (account.kind() == NewAccount.Kind.PER) {
                errors.rejectValue("nationalIdentifier", "account.identifier-needed");
            }
        } else if (identifier.isComplete() && !identifier.passes(settings.identifierCheck())) {
            errors.rejectValue("nationalIdentifier", "account.identifier");
        }
    }
}
