package fr.plisante.auth.account;

import fr.plisante.events.registration.AccountValidated;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes Keycloak's user what the account is. */
@Component
class FollowAccount {

    private static final Logger LOG = LoggerFactory.getLogger(FollowAccount.class);

    private final Accounts accounts;
    private final KeycloakUsers users;

    FollowAccount(Accounts accounts, KeycloakUsers users) {
        this.accounts = accounts;
        this.users = users;
    }

    /** Noted after Keycloak has it, so that a crash between the two does it again. */
    void follow(AccountValidated account, long sequence) {
        var known = accounts.byId(account.accountId());
        if (known.isPresent() && known.get().sequence() >= sequence) {
            return;
        }
        users.put(account);
        accounts.keep(new Account(account.accountId(), sequence, account.timeZone()));
        LOG.info("Keycloak knows account {} as of version {}", account.accountId(), sequence);
    }

    /** The account is to be forgotten: nobody signs in with it any more. */
    void forget(UUID accountId) {
        users.disable(accountId);
        accounts.delete(accountId);
        LOG.info("Account {} is forgotten, its user in Keycloak disabled", accountId);
    }
}
