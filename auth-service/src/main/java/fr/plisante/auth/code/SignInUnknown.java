package fr.plisante.auth.code;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** No such sign-in was begun, or it is another account's. */
class SignInUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    SignInUnknown() {
        super(HttpStatus.NOT_FOUND, "sign-in-unknown");
    }
}
