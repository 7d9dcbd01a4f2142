package fr.plisante.auth.account;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** Why no link is made for an account. */
final class AccountRefusals {

    private AccountRefusals() {}

    /** Or not yet: the account may be on its way there. */
    static Refusal accountNotInKeycloak() {
        return new Refusal(HttpStatus.NOT_FOUND, "account-not-in-keycloak");
    }
}
