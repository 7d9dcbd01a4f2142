package fr.plisante.auth.code;

import fr.plisante.starter.event.Outgoing;
import fr.plisante.starter.event.Publishing;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in after a right password: its code while it lasts, and how it went. Public because the driver's record codec
 * must reach it.
 *
 * @param shownId what the person sees it as; orders the sign-ins of an account
 */
public record SignIn(
        @BsonId String signInId,
        UUID accountId,
        String regionId,
        UUID shownId,
        String email,
        String language,
        Instant startedAt,
        Code code,
        State state,
        Outgoing outgoing)
        implements Publishing {

    /**
     * The latest code.
     *
     * @param number how many codes this sign-in has had
     * @param mac of the code, until the code has been used
     */
    public record Code(
            int number, @Nullable String mac, Instant issuedAt, Instant expiresAt, Instant resendAt, int triesLeft) {

        private Code tried() {
            return new Code(number, mac, issuedAt, expiresAt, resendAt, triesLeft - 1);
        }

        private Code used() {
            return new Code(number, null, issuedAt, expiresAt, resendAt, triesLeft - 1);
        }
    }

    /**
     * How it went so far.
     *
     * @param lockedUntil when codes of the account are compared again, once they were not
     */
    public record State(
            Outcome outcome, Instant at, @Nullable Instant lockedUntil) {}

    /** The last thing that happened. */
    public enum Outcome {
        CODE_SENT,
        SIGNED_IN,
        WRONG,
        EXPIRED,
        USED_UP,
        LOCKED,
        UNKNOWN
    }

    @Override
    public Document key() {
        return new Document("_id", signInId);
    }

    /** What a typed code is answered without being compared, or null if it may be compared. */
    @Nullable Outcome obstacle(Instant now) {
        if (state.outcome == Outcome.SIGNED_IN || code.triesLeft <= 0 || code.mac == null) {
            return Outcome.USED_UP;
        }
        if (state.lockedUntil != null && now.isBefore(state.lockedUntil)) {
            return Outcome.LOCKED;
        }
        return now.isBefore(code.expiresAt) ? null : Outcome.EXPIRED;
    }

    /** Another code took the place of the one before. */
    SignIn withCode(Code next) {
        return with(next, new State(Outcome.CODE_SENT, next.issuedAt, null));
    }

    /** The right code was typed: it is of no use any more. */
    SignIn signedIn(Instant now) {
        return with(code.used(), new State(Outcome.SIGNED_IN, now, null));
    }

    /** A wrong code was typed. */
    SignIn wrongCode(Instant now) {
        return with(code.tried(), new State(Outcome.WRONG, now, null));
    }

    /** A code was typed and met an obstacle. */
    SignIn turnedAway(Outcome obstacle, @Nullable Instant lockedUntil, Instant now) {
        return with(code, new State(obstacle, now, lockedUntil));
    }

    /** The same with what it has to publish. */
    SignIn with(Outgoing first) {
        return new SignIn(signInId, accountId, regionId, shownId, email, language, startedAt, code, state, first);
    }

    private SignIn with(Code nextCode, State nextState) {
        return new SignIn(
                signInId, accountId, regionId, shownId, email, language, startedAt, nextCode, nextState, outgoing);
    }
}
