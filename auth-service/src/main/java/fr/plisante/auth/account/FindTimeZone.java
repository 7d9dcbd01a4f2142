package fr.plisante.auth.account;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where people live, for the times in their mails. */
@Component
public class FindTimeZone {

    private static final String USUAL = "Europe/Paris";

    private final Accounts accounts;

    FindTimeZone(Accounts accounts) {
        this.accounts = accounts;
    }

    /** An IANA name; the usual one for an account we have not heard of yet. */
    public String of(UUID accountId) {
        return accounts.byId(accountId).map(Account::timeZone).orElse(USUAL);
    }
}
