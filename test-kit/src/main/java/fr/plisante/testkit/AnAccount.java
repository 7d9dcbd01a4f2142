package fr.plisante.testkit;

import fr.plisante.events.Professional;
import fr.plisante.events.Workplace;
import fr.plisante.events.registration.AccountValidated;
import java.util.List;
import java.util.UUID;

/** Builds the account of a doctor in Occitanie whom nobody else has the addresses of. */
public final class AnAccount {

    private UUID accountId = UUID.randomUUID();
    private UUID mailboxId = UUID.randomUUID();
    private String kind = "PER";
    private String givenName = "Léa";
    private String familyName = "D’Aubigné";
    private String address = "";
    private String email = "";
    private Professional professional = new Professional("10", "Médecin", null, null);
    private Workplace workplace = new Workplace(null, null, null, null, null, null);
    private boolean redList;
    private List<String> roles = List.of();

    private AnAccount() {}

    public static AnAccount anAccount() {
        return new AnAccount();
    }

    public AnAccount of(UUID account) {
        accountId = account;
        return this;
    }

    public AnAccount ofKind(String otherKind) {
        kind = otherKind;
        return this;
    }

    public AnAccount withMailbox(UUID mailbox) {
        mailboxId = mailbox;
        return this;
    }

    public AnAccount named(String given, String family) {
        givenName = given;
        familyName = family;
        return this;
    }

    public AnAccount at(String mailboxAddress) {
        address = mailboxAddress;
        return this;
    }

    public AnAccount notifiedAt(String otherEmail) {
        email = otherEmail;
        return this;
    }

    public AnAccount specialisedIn(String code, String speciality) {
        professional = new Professional("10", "Médecin", code, speciality);
        return this;
    }

    public AnAccount workingIn(String street, String postalCode, String city) {
        workplace = new Workplace(null, null, null, street, postalCode, city);
        return this;
    }

    public AnAccount redListed(boolean isRedListed) {
        redList = isRedListed;
        return this;
    }

    public AnAccount with(List<String> someRoles) {
        roles = someRoles;
        return this;
    }

    public AccountValidated build() {
        return new AccountValidated(
                accountId,
                "oc",
                mailboxId,
                kind,
                address.isEmpty() ? accountId + "@medecin.oc.mssante.example" : address,
                "Dr",
                familyName,
                givenName,
                professional,
                null,
                email.isEmpty() ? "p" + accountId + "@example.test" : email,
                "fr",
                "Europe/Paris",
                workplace,
                redList,
                true,
                roles);
    }
}
