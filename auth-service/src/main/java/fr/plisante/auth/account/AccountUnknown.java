package fr.plisante.auth.account;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** No event has told of such an account, or not yet. */
class AccountUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    AccountUnknown() {
        super(HttpStatus.NOT_FOUND, "account-unknown");
    }
}
