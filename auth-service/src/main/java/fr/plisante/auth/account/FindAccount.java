package fr.plisante.auth.account;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is known of an account besides Keycloak. */
@Component
public class FindAccount {

    private final Accounts accounts;

    FindAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account; refused while its event has not come here yet. */
    public Account byId(UUID accountId) {
        return accounts.byId(accountId).orElseThrow(AccountUnknown::new);
    }
}
