package fr.plisante.auth.account;

import fr.plisante.auth.account.KeycloakClient.Link;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Links with which people choose a password, for the mail that welcomes them. */
@RestController
class PasswordLinkController {

    private final KeycloakUsers users;

    PasswordLinkController(KeycloakUsers users) {
        this.users = users;
    }

    /** Whose link. */
    record Wanted(@NotNull UUID accountId) {}

    @PostMapping("/internal/password-links")
    Link create(@Valid @RequestBody Wanted wanted) {
        return users.passwordLink(wanted.accountId()).orElseThrow(AccountRefusals::accountNotInKeycloak);
    }
}
