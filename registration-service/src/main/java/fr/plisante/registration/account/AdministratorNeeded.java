package fr.plisante.registration.account;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The bootstrap client may create administrators and nobody else. */
class AdministratorNeeded extends Refusal {

    private static final long serialVersionUID = 1L;

    AdministratorNeeded() {
        super(HttpStatus.FORBIDDEN, "administrator-needed");
    }
}
