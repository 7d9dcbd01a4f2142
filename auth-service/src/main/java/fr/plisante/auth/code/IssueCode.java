package fr.plisante.auth.code;

import fr.plisante.auth.code.AttemptLimits.Limit;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Issues one code for a sign-in, however often it is asked; another one only when the person asks for it. */
@Component
class IssueCode {

    private static final Logger LOG = LoggerFactory.getLogger(IssueCode.class);

    private final SignIns signIns;
    private final AttemptLimits limits;
    private final NewCodes codes;
    private final CodeSettings settings;
    private final Clock clock;

    IssueCode(SignIns signIns, AttemptLimits limits, NewCodes codes, CodeSettings settings, Clock clock) {
        this.signIns = signIns;
        this.limits = limits;
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
        var now = clock.instant();
        var locked = limits.exhaustedUntil(Limit.TRY, accountId, now);
        if (locked.isPresent()) {
            return new Issued.Locked(locked.get());
        }
        if (!limits.tryAcquire(Limit.START, accountId, signInId, now)) {
            return tooMany(Limit.START, accountId, now);
        }
        var begun = codes.begin(signInId, accountId, regionId, email, language, now);
        if (begun.isPresent()) {
            LOG.info("Code issued for sign-in {} of account {}", signInId, accountId);
            return Issued.Sent.from(begun.get());
        }
        return again(signIns.byId(signInId).orElseThrow(CodeRefusals::signInUnknown), accountId);
    }

    /** Another code for a sign-in, in place of the one before. */
    Issued resend(String signInId) {
        var signIn = signIns.byId(signInId).orElseThrow(CodeRefusals::signInUnknown);
        var now = clock.instant();
        if (signIn.state().outcome() == SignIn.Outcome.SIGNED_IN) {
            throw CodeRefusals.signInEnded();
        }
        var resendAt = signIn.code().resendAt();
        if (now.isBefore(resendAt)) {
            return new Issued.TooSoon(resendAt);
        }
        var locked = limits.exhaustedUntil(Limit.TRY, signIn.accountId(), now);
        if (locked.isPresent()) {
            return new Issued.Locked(locked.get());
        }
        var number = signIn.code().number() + 1;
        var attempt = signInId + ":" + number;
        if (!limits.tryAcquire(Limit.RESEND, signIn.accountId(), attempt, now)) {
            return tooMany(Limit.RESEND, signIn.accountId(), now);
        }
        var renewed = codes.renew(signIn, now);
        if (renewed.isPresent()) {
            LOG.info("Code {} issued for sign-in {} of account {}", number, signInId, signIn.accountId());
            return Issued.Sent.from(renewed.get());
        }
        // Two clicks: the other one has sent a code, and this one's attempt is released.
        limits.release(Limit.RESEND, signIn.accountId(), attempt);
        return new Issued.TooSoon(now.plus(settings.resendAfter()));
    }

    private static Issued again(SignIn signIn, UUID accountId) {
        if (!signIn.accountId().equals(accountId)) {
            throw CodeRefusals.signInUnknown();
        }
        return Issued.Sent.from(signIn);
    }

    private Issued tooMany(Limit limit, UUID accountId, Instant now) {
        return new Issued.TooMany(limits.exhaustedUntil(limit, accountId, now).orElse(now));
    }
}
