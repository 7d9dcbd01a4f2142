package fr.plisante.registration.account;

import fr.plisante.registration.idempotency.Command;
import fr.plisante.registration.reference.OwnRegion;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.web.Caller;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, created by an administrator of their region; the first administrator by the bootstrap client. */
@RestController
class AccountController {

    private static final Origin BOOTSTRAP = Origin.service("bootstrap");

    private final CreateAccount createAccount;
    private final CheckAccount checkAccount;

    AccountController(CreateAccount createAccount, CheckAccount checkAccount) {
        this.createAccount = createAccount;
        this.checkAccount = checkAccount;
    }

    /** The new account; the same for a repeated request. */
    record Created(UUID accountId, UUID mailboxId, String address) {

        static Created from(Account account) {
            return new Created(
                    account.accountId(),
                    account.state().mailboxId(),
                    account.state().address());
        }
    }

    @InitBinder("newAccount")
    void checks(WebDataBinder binder) {
        binder.initDirectFieldAccess();
        binder.addValidators(checkAccount);
    }

    @PostMapping("/api/registration/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    Created create(
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody NewAccount wanted,
            @Nullable Caller caller) {
        var command = Command.of(key, wanted);
        if (caller == null) {
            return Created.from(createAccount.createFirstAdministrator(wanted, command, BOOTSTRAP));
        }
        OwnRegion.require(caller, wanted.regionId());
        return Created.from(createAccount.create(wanted, command, caller.origin()));
    }
}
