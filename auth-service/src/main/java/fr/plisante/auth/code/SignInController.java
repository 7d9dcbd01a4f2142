package fr.plisante.auth.code;

import fr.plisante.starter.web.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's own sign-ins, so that they notice one that was not theirs. */
@RestController
class SignInController {

    private static final int MOST = 100;

    private final SignIns signIns;

    SignInController(SignIns signIns) {
        this.signIns = signIns;
    }

    /** One page of the trace; {@code next} is the {@code before} of the page after it. */
    record Trace(List<Entry> signIns, @Nullable UUID next) {

        static Trace from(List<SignIn> page, int limit) {
            return new Trace(
                    page.stream().map(Entry::from).toList(),
                    page.size() < limit ? null : page.getLast().traceId());
        }
    }

    /** One sign-in after a right password, and how it went so far. */
    record Entry(UUID id, Instant startedAt, SignIn.Outcome outcome, Instant outcomeAt, int codes) {

        static Entry from(SignIn signIn) {
            return new Entry(
                    signIn.traceId(), signIn.startedAt(), signIn.outcome(), signIn.outcomeAt(), signIn.number());
        }
    }

    @GetMapping("/api/auth/sign-ins")
    Trace list(
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller) {
        var size = Math.clamp(limit, 1, MOST);
        return Trace.from(signIns.trace(caller.accountId(), before, size), size);
    }
}
