package fr.plisante.auth.code;

import fr.plisante.starter.event.PendingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in after a right password: its code, and afterwards its trace. Public because the driver's record codec must
 * reach it.
 *
 * @param traceId orders the sign-ins of an account
 * @param number how many codes this sign-in has had
 * @param code MAC of the code, until the code has been used
 * @param lockedUntil when codes of the account are compared again, once they were not
 * @param version raised by every change; the sequence of its events
 * @param outboxAt when the sweep may publish what waits in {@code outbox}
 */
public record SignIn(
        @BsonId String signInId,
        UUID accountId,
        String regionId,
        UUID traceId,
        String email,
        String language,
        int number,
        @Nullable String code,
        Instant startedAt,
        Instant issuedAt,
        Instant expiresAt,
        Instant resendAt,
        int triesLeft,
        Outcome outcome,
        Instant outcomeAt,
        @Nullable Instant lockedUntil,
        long version,
        List<PendingEvent> outbox,
        @Nullable Instant outboxAt) {

    /** How it went so far. */
    public enum Outcome {
        CODE_SENT,
        SIGNED_IN,
        WRONG,
        EXPIRED,
        USED_UP,
        LOCKED
    }

    /** What is said without comparing anything, or null if the code may be compared. */
    @Nullable Outcome refusal(Instant now) {
        if (outcome == Outcome.SIGNED_IN || triesLeft <= 0 || code == null) {
            return Outcome.USED_UP;
        }
        if (lockedUntil != null && now.isBefore(lockedUntil)) {
            return Outcome.LOCKED;
        }
        return now.isBefore(expiresAt) ? null : Outcome.EXPIRED;
    }

    /** Another code in place of the one before. */
    SignIn withCode(String mac, Instant issued, Instant expires, Instant resend, int tries) {
        return new SignIn(
                signInId,
                accountId,
                regionId,
                traceId,
                email,
                language,
                number + 1,
                mac,
                startedAt,
                issued,
                expires,
                resend,
                tries,
                Outcome.CODE_SENT,
                issued,
                null,
                version + 1,
                outbox,
                outboxAt);
    }

    /** The right code was typed: it is of no use any more. */
    SignIn signedIn(Instant now) {
        return came(Outcome.SIGNED_IN, now, null, triesLeft - 1, null);
    }

    /** A wrong code was typed. */
    SignIn tried(Instant now) {
        return came(Outcome.WRONG, now, code, triesLeft - 1, null);
    }

    /** Refused without a comparison. */
    SignIn refused(Outcome reason, @Nullable Instant until, Instant now) {
        return came(reason, now, code, triesLeft, until);
    }

    private SignIn came(
            Outcome newOutcome, Instant now, @Nullable String newCode, int newTriesLeft, @Nullable Instant until) {
        return new SignIn(
                signInId,
                accountId,
                regionId,
                traceId,
                email,
                language,
                number,
                newCode,
                startedAt,
                issuedAt,
                expiresAt,
                resendAt,
                newTriesLeft,
                newOutcome,
                now,
                until,
                version + 1,
                outbox,
                outboxAt);
    }

    /** The same with an event to publish, after those that wait already. */
    SignIn publishing(PendingEvent event, Instant due) {
        var events = new ArrayList<>(outbox);
        events.add(event);
        return new SignIn(
                signInId,
                accountId,
                regionId,
                traceId,
                email,
                language,
                number,
                code,
                startedAt,
                issuedAt,
                expiresAt,
                resendAt,
                triesLeft,
                outcome,
                outcomeAt,
                lockedUntil,
                version,
                List.copyOf(events),
                due);
    }
}
