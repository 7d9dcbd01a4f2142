package fr.plisante.registration.account;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What other features may ask about accounts. */
@Component
public class FindAccounts {

    private final Accounts accounts;

    FindAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whether each of these is an account of this region. */
    public boolean allInRegion(String regionId, Set<UUID> accountIds) {
        return accounts.countInRegion(regionId, accountIds) == accountIds.size();
    }
}
