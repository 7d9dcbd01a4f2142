package fr.plisante.auth.code;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** Why a code is neither sent nor compared. */
final class CodeRefusals {

    private CodeRefusals() {}

    /** No such sign-in was begun, or it is another account's. */
    static Refusal signInUnknown() {
        return new Refusal(HttpStatus.NOT_FOUND, "sign-in-unknown");
    }

    /** The person is in already. */
    static Refusal signInEnded() {
        return new Refusal(HttpStatus.CONFLICT, "sign-in-ended");
    }
}
