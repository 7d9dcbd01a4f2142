package fr.plisante.auth.account;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** Keycloak has no user for the account, or not yet. */
class AccountNotInKeycloak extends Refusal {

    private static final long serialVersionUID = 1L;

    AccountNotInKeycloak() {
        super(HttpStatus.NOT_FOUND, "account-not-in-keycloak");
    }
}
