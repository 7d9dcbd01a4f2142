package fr.plisante.auth.code;

import fr.plisante.auth.account.FindTimeZone;
import fr.plisante.events.auth.OneTimeCodeIssued;
import fr.plisante.starter.Ids;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts a new code into a sign-in, together with the event that has it mailed. */
@Component
class NewCodes {

    private final OneTimeCodes codes;
    private final CodeSettings settings;
    private final FindTimeZone timeZones;
    private final Outbox outbox;

    NewCodes(OneTimeCodes codes, CodeSettings settings, FindTimeZone timeZones, Outbox outbox) {
        this.codes = codes;
        this.settings = settings;
        this.timeZones = timeZones;
        this.outbox = outbox;
    }

    /** A sign-in that begins. */
    SignIn first(String signInId, UUID accountId, String regionId, String email, String language, Instant now) {
        var empty = new SignIn(
                signInId,
                accountId,
                regionId,
                Ids.next(),
                email,
                language,
                0,
                null,
                now,
                now,
                now,
                now,
                0,
                SignIn.Outcome.CODE_SENT,
                now,
                null,
                0,
                List.of(),
                null);
        return next(empty, now);
    }

    /** The same sign-in with another code. */
    SignIn next(SignIn signIn, Instant now) {
        var code = codes.draw();
        var next = signIn.withCode(
                codes.mac(signIn.signInId(), signIn.number() + 1, code),
                now,
                now.plus(settings.validity()),
                now.plus(settings.resendAfter()),
                settings.tries());
        var event = new OneTimeCodeIssued(
                next.signInId(),
                next.accountId(),
                next.regionId(),
                next.email(),
                next.language(),
                timeZones.of(next.accountId()),
                codes.seal(next.signInId(), code),
                next.issuedAt(),
                next.expiresAt());
        var origin = new Origin(next.accountId().toString(), null, 1);
        return next.publishing(outbox.pending(event, next.version(), origin), outbox.due());
    }
}
