package fr.plisante.registration.account;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** Why an account is not created. */
final class AccountRefusals {

    private AccountRefusals() {}

    /** Another account has this ordinary e-mail address. */
    static Refusal emailTaken() {
        return new Refusal(HttpStatus.CONFLICT, "email-taken").about("email");
    }

    /** The region has an administrator, who creates its accounts; the bootstrap client no longer does. */
    static Refusal administratorExists() {
        return new Refusal(HttpStatus.FORBIDDEN, "administrator-exists");
    }

    /** The bootstrap client may create administrators and nobody else. */
    static Refusal administratorNeeded() {
        return new Refusal(HttpStatus.FORBIDDEN, "administrator-needed");
    }
}
