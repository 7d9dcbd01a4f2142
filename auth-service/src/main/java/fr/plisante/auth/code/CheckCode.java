package fr.plisante.auth.code;

import fr.plisante.auth.code.Guards.Use;
import fr.plisante.auth.code.SignIn.Outcome;
import fr.plisante.events.auth.SignInRefused;
import fr.plisante.events.auth.SignedIn;
import fr.plisante.starter.Ids;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Compares a code with the one that was mailed: a few times per code, and a few times per account and hour. */
@Component
class CheckCode {

    private static final Logger LOG = LoggerFactory.getLogger(CheckCode.class);

    private final SignIns signIns;
    private final Guards guards;
    private final OneTimeCodes codes;
    private final Outbox outbox;
    private final Clock clock;

    CheckCode(SignIns signIns, Guards guards, OneTimeCodes codes, Outbox outbox, Clock clock) {
        this.signIns = signIns;
        this.guards = guards;
        this.codes = codes;
        this.outbox = outbox;
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

    Checked check(String signInId, String code) {
        var signIn = signIns.byId(signInId).orElseThrow(SignInUnknown::new);
        var now = Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
        var refusal = signIn.refusal(now);
        if (refusal != null) {
            return refuse(signIn, refusal, signIn.lockedUntil(), now);
        }
        // Taken before anything is compared, so that parallel guesses cannot slip through together.
        var mark = Ids.next().toString();
        if (!guards.take(Use.TRY, signIn.accountId(), mark, now)) {
            var until = guards.usedUpUntil(Use.TRY, signIn.accountId(), now).orElse(now);
            return refuse(signIn, Outcome.LOCKED, until, now);
        }
        return compare(signIn, code, mark, now);
    }

    private Checked compare(SignIn first, String code, String mark, Instant now) {
        var signIn = first;
        var refusal = signIn.refusal(now);
        while (refusal == null) {
            var stored = signIn.code();
            var right = stored != null && codes.matches(stored, signIn.signInId(), signIn.number(), code);
            var next = right ? letIn(signIn, now) : tried(signIn, now);
            // Nothing is said of the comparison before it is written: the loser of a race starts again.
            if (signIns.replace(next)) {
                return right ? welcome(next, mark) : new Checked(Checked.Result.WRONG, next.triesLeft(), null);
            }
            signIn = signIns.byId(signIn.signInId()).orElseThrow(SignInUnknown::new);
            refusal = signIn.refusal(now);
        }
        return refuse(signIn, refusal, signIn.lockedUntil(), now);
    }

    private Checked welcome(SignIn signIn, String mark) {
        guards.giveBack(Use.TRY, signIn.accountId(), mark);
        guards.giveBack(Use.START, signIn.accountId(), signIn.signInId());
        LOG.info("Account {} signed in (sign-in {})", signIn.accountId(), signIn.signInId());
        return new Checked(Checked.Result.RIGHT, signIn.triesLeft(), null);
    }

    private SignIn letIn(SignIn signIn, Instant now) {
        var next = signIn.signedIn(now);
        var event = new SignedIn(next.accountId(), next.regionId(), next.signInId(), 2, now);
        return next.publishing(outbox.pending(event, next.version(), origin(next, 2)), outbox.due());
    }

    private SignIn tried(SignIn signIn, Instant now) {
        return refused(signIn.tried(now), Outcome.WRONG, now);
    }

    /** Refuses without a comparison; the first refusal of its kind is noted and told, not each of a thousand tries. */
    private Checked refuse(SignIn signIn, Outcome reason, @Nullable Instant until, Instant now) {
        if (signIn.outcome() != reason && signIn.outcome() != Outcome.SIGNED_IN) {
            var next = refused(signIn.refused(reason, until, now), reason, now);
            if (signIns.replace(next)) {
                LOG.info("Sign-in {} of account {} refused: {}", signIn.signInId(), signIn.accountId(), reason);
            }
        }
        var result = Checked.Result.valueOf(reason.name());
        return new Checked(result, reason == Outcome.EXPIRED ? 0 : signIn.triesLeft(), until);
    }

    private SignIn refused(SignIn next, Outcome reason, Instant now) {
        var event = new SignInRefused(next.accountId(), next.regionId(), next.signInId(), reason.name(), now);
        return next.publishing(outbox.pending(event, next.version(), origin(next, 1)), outbox.due());
    }

    private static Origin origin(SignIn signIn, int acr) {
        return new Origin(signIn.accountId().toString(), null, acr);
    }
}
