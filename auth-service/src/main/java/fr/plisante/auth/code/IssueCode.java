package fr.plisante.auth.code;

import fr.plisante.auth.code.Guards.Use;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Issues one code for a sign-in, however often it is asked; another one only when the person asks for it. */
@Component
class IssueCode {

    private static final Logger LOG = LoggerFactory.getLogger(IssueCode.class);

    private final SignIns signIns;
    private final Guards guards;
    private final NewCodes codes;
    private final CodeSettings settings;
    private final Clock clock;

    IssueCode(SignIns signIns, Guards guards, NewCodes codes, CodeSettings settings, Clock clock) {
        this.signIns = signIns;
        this.guards = guards;
        this.codes = codes;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the sign-in that has just begun, or the same answer again. */
    Issued issue(String signInId, UUID accountId, String regionId, String email, String language) {
        var earlier = signIns.byId(signInId);
        if (earlier.isPresent()) {
            return again(earlier.get(), accountId);
        }
        var now = now();
        var locked = guards.usedUpUntil(Use.TRY, accountId, now);
        if (locked.isPresent()) {
            return new Issued.Locked(locked.get());
        }
        if (!guards.take(Use.START, accountId, signInId, now)) {
            return tooMany(Use.START, accountId, now);
        }
        var signIn = codes.first(signInId, accountId, regionId, email, language, now);
        if (signIns.begin(signIn)) {
            LOG.info("Code issued for sign-in {} of account {}", signInId, accountId);
            return Issued.Sent.from(signIn);
        }
        return again(signIns.byId(signInId).orElseThrow(SignInUnknown::new), accountId);
    }

    /** Another code for a sign-in, in place of the one before. */
    Issued resend(String signInId) {
        var signIn = signIns.byId(signInId).orElseThrow(SignInUnknown::new);
        var now = now();
        if (signIn.outcome() == SignIn.Outcome.SIGNED_IN) {
            throw new SignInEnded();
        }
        if (now.isBefore(signIn.resendAt())) {
            return new Issued.TooSoon(signIn.resendAt());
        }
        var locked = guards.usedUpUntil(Use.TRY, signIn.accountId(), now);
        if (locked.isPresent()) {
            return new Issued.Locked(locked.get());
        }
        var mark = signInId + ":" + (signIn.number() + 1);
        if (!guards.take(Use.RESEND, signIn.accountId(), mark, now)) {
            return tooMany(Use.RESEND, signIn.accountId(), now);
        }
        var next = codes.next(signIn, now);
        if (signIns.replace(next)) {
            LOG.info("Code {} issued for sign-in {} of account {}", next.number(), signInId, next.accountId());
            return Issued.Sent.from(next);
        }
        // Two clicks: the other one has sent a code, and this one's share is given back.
        guards.giveBack(Use.RESEND, signIn.accountId(), mark);
        return new Issued.TooSoon(now.plus(settings.resendAfter()));
    }

    private static Issued again(SignIn signIn, UUID accountId) {
        if (!signIn.accountId().equals(accountId)) {
            throw new SignInUnknown();
        }
        return Issued.Sent.from(signIn);
    }

    private Issued tooMany(Use use, UUID accountId, Instant now) {
        return new Issued.TooMany(guards.usedUpUntil(use, accountId, now).orElse(now));
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
