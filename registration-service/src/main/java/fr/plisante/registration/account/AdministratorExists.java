package fr.plisante.registration.account;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The region has an administrator: they create the accounts now, not the bootstrap client. */
class AdministratorExists extends Refusal {

    private static final long serialVersionUID = 1L;

    AdministratorExists() {
        super(HttpStatus.FORBIDDEN, "administrator-exists");
    }
}
