package fr.plisante.auth.code;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The person is in already: no further code is sent. */
class SignInEnded extends Refusal {

    private static final long serialVersionUID = 1L;

    SignInEnded() {
        super(HttpStatus.CONFLICT, "sign-in-ended");
    }
}
