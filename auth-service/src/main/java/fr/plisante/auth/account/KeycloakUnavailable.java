package fr.plisante.auth.account;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** Keycloak does not answer, or has not for a while. */
class KeycloakUnavailable extends Refusal {

    private static final long serialVersionUID = 1L;

    KeycloakUnavailable() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "keycloak-unavailable");
    }
}
