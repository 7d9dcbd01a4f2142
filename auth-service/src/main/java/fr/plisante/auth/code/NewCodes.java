package fr.plisante.auth.code;

import fr.plisante.auth.account.FindTimeZone;
import fr.plisante.auth.code.SignIn.Code;
import fr.plisante.auth.code.SignIn.Outcome;
import fr.plisante.auth.code.SignIn.State;
import fr.plisante.events.auth.OneTimeCodeIssued;
import fr.plisante.starter.Ids;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.event.Outbox;
import fr.plisante.starter.event.Outgoing;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts a new code into a sign-in, together with the event that has it mailed. */
@Component
class NewCodes {

    private final SignIns signIns;
    private final OneTimeCodes codes;
    private final CodeSettings settings;
    private final FindTimeZone timeZones;
    private final Outbox outbox;

    NewCodes(SignIns signIns, OneTimeCodes codes, CodeSettings settings, FindTimeZone timeZones, Outbox outbox) {
        this.signIns = signIns;
        this.codes = codes;
        this.settings = settings;
        this.timeZones = timeZones;
        this.outbox = outbox;
    }

    /** Begins a sign-in with its first code; empty if it exists already. */
    Optional<SignIn> begin(
            String signInId, UUID accountId, String regionId, String email, String language, Instant now) {
        var digits = codes.draw();
        var begun = new SignIn(
                signInId,
                accountId,
                regionId,
                Ids.next(),
                email,
                language,
                now,
                code(signInId, 1, digits, now),
                new State(Outcome.CODE_SENT, now, null),
                Outgoing.none(0));
        var signIn = begun.with(outbox.first(origin(begun), issued(begun, digits)));
        return signIns.begin(signIn) ? Optional.of(signIn) : Optional.empty();
    }

    /** Puts another code in place of the one before; empty if somebody else changed the sign-in first. */
    Optional<SignIn> renew(SignIn signIn, Instant now) {
        var digits = codes.draw();
        var renewed = signIn.withCode(code(signIn.signInId(), signIn.code().number() + 1, digits, now));
        return signIns.change(signIn, renewed, origin(signIn), issued(renewed, digits))
                ? Optional.of(renewed)
                : Optional.empty();
    }

    private Code code(String signInId, int number, String digits, Instant now) {
        return new Code(
                number,
                codes.mac(signInId, number, digits),
                now,
                now.plus(settings.validity()),
                now.plus(settings.resendAfter()),
                settings.tries());
    }

    private OneTimeCodeIssued issued(SignIn signIn, String digits) {
        return new OneTimeCodeIssued(
                signIn.signInId(),
                signIn.accountId(),
                signIn.regionId(),
                signIn.email(),
                signIn.language(),
                timeZones.of(signIn.accountId()),
                codes.seal(signIn.signInId(), digits),
                signIn.code().issuedAt(),
                signIn.code().expiresAt());
    }

    private static Origin origin(SignIn signIn) {
        return new Origin(signIn.accountId().toString(), null, 1);
    }
}
