package fr.plisante.registration.idempotency;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The idempotency key was used before, for something else. */
class KeyReused extends Refusal {

    private static final long serialVersionUID = 1L;

    KeyReused() {
        super(HttpStatus.CONFLICT, "idempotency-key-reused");
    }
}
