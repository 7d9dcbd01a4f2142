package fr.plisante.auth.code;

import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Page;
import fr.plisante.starter.web.Paging;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own sign-ins, so that they notice one that was not theirs. */
@RestController
class SignInController {

    private final SignIns signIns;

    SignInController(SignIns signIns) {
        this.signIns = signIns;
    }

    /** One sign-in after a right password, and how it went so far. */
    record Shown(UUID id, Instant startedAt, SignIn.Outcome outcome, Instant outcomeAt, int codes) {

        static Shown from(SignIn signIn) {
            return new Shown(
                    signIn.shownId(),
                    signIn.startedAt(),
                    signIn.state().outcome(),
                    signIn.state().at(),
                    signIn.code().number());
        }
    }

    @GetMapping("/api/auth/sign-ins")
    Page<Shown> list(Paging paging, Caller caller) {
        var found = signIns.ofAccount(caller.accountId(), paging.after(UUID::fromString), paging.fetch());
        return paging.page(found, SignIn::shownId).map(Shown::from);
    }
}
