package fr.plisante.auth.code;

import fr.plisante.auth.code.AttemptLimits.Limit;
import fr.plisante.auth.code.SignIn.Outcome;
import fr.plisante.events.auth.AuthEvent;
import fr.plisante.events.auth.SignInRefused;
import fr.plisante.events.auth.SignedIn;
import fr.plisante.starter.Ids;
import fr.plisante.starter.event.Origin;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Compares a code with the one that was mailed: a few times per code, and a few times per account and hour. */
@Component
class CheckCode {

    private static final Logger LOG = LoggerFactory.getLogger(CheckCode.class);

    private static final int PASSWORD = 1;
    private static final int STRONG = 2;

    private final SignIns signIns;
    private final AttemptLimits limits;
    private final OneTimeCodes codes;
    private final Clock clock;

    CheckCode(SignIns signIns, AttemptLimits limits, OneTimeCodes codes, Clock clock) {
        this.signIns = signIns;
        this.limits = limits;
        this.codes = codes;
        this.clock = clock;
    }

    /** What was found; {@code until} when codes of the account are compared again. */
    record Checked(Result result, int triesLeft, @Nullable Instant until) {

        /** RIGHT lets the person in; nothing else does. */
        enum Result {
            RIGHT,
            WRONG,
            EXPIRED,
            USED_UP,
            LOCKED
        }
    }

    Checked check(String signInId, String typed) {
        var signIn = find(signInId);
        var now = clock.instant();
        // Acquired before anything is compared, so that parallel guesses cannot slip through together.
        var attempt = Ids.next().toString();
        if (signIn.obstacle(now) == null && !limits.tryAcquire(Limit.TRY, signIn.accountId(), attempt, now)) {
            var until =
                    limits.exhaustedUntil(Limit.TRY, signIn.accountId(), now).orElse(now);
            return turnAway(signIn, Outcome.LOCKED, until, now);
        }
        return compare(signIn, typed, attempt, now);
    }

    /** Nothing is said of a comparison before it is written: the loser of a race starts again. */
    private Checked compare(SignIn read, String typed, String attempt, Instant now) {
        for (var signIn = read; ; signIn = find(signIn.signInId())) {
            var obstacle = signIn.obstacle(now);
            if (obstacle != null) {
                return turnAway(signIn, obstacle, signIn.state().lockedUntil(), now);
            }
            if (isRight(signIn, typed)) {
                if (letIn(signIn, attempt, now)) {
                    return new Checked(Checked.Result.RIGHT, signIn.code().triesLeft() - 1, null);
                }
            } else if (write(signIn, signIn.wrongCode(now), PASSWORD, refused(signIn, Outcome.WRONG, now))) {
                return new Checked(Checked.Result.WRONG, signIn.code().triesLeft() - 1, null);
            }
        }
    }

    private boolean isRight(SignIn signIn, String typed) {
        var code = signIn.code();
        return code.mac() != null && codes.matches(code.mac(), signIn.signInId(), code.number(), typed);
    }

    private boolean letIn(SignIn signIn, String attempt, Instant now) {
        var event = new SignedIn(signIn.accountId(), signIn.regionId(), signIn.signInId(), STRONG, now);
        if (!write(signIn, signIn.signedIn(now), STRONG, event)) {
            return false;
        }
        limits.release(Limit.TRY, signIn.accountId(), attempt);
        limits.release(Limit.START, signIn.accountId(), signIn.signInId());
        LOG.info("Account {} signed in (sign-in {})", signIn.accountId(), signIn.signInId());
        return true;
    }

    /** Answers without a comparison; the first obstacle of its kind is noted and published, not each of a thousand. */
    private Checked turnAway(SignIn signIn, Outcome obstacle, @Nullable Instant until, Instant now) {
        var known = signIn.state().outcome();
        if (known != obstacle
                && known != Outcome.SIGNED_IN
                && write(signIn, signIn.turnedAway(obstacle, until, now), PASSWORD, refused(signIn, obstacle, now))) {
            LOG.info("Sign-in {} of account {} refused: {}", signIn.signInId(), signIn.accountId(), obstacle);
        }
        var triesLeft = obstacle == Outcome.EXPIRED ? 0 : signIn.code().triesLeft();
        return new Checked(Checked.Result.valueOf(obstacle.name()), triesLeft, until);
    }

    private boolean write(SignIn signIn, SignIn changed, int acr, AuthEvent event) {
        return signIns.change(signIn, changed, new Origin(signIn.accountId().toString(), null, acr), event);
    }

    private static SignInRefused refused(SignIn signIn, Outcome reason, Instant now) {
        return new SignInRefused(signIn.accountId(), signIn.regionId(), signIn.signInId(), reason.name(), now);
    }

    private SignIn find(String signInId) {
        return signIns.byId(signInId).orElseThrow(CodeRefusals::signInUnknown);
    }
}
