package fr.plisante.keycloak.code;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Draws the code page; what it shows between two answers of auth-service waits in notes of the sign-in. */
final class CodePage {

    private static final String EXPIRES_AT = "plisante.code.expiresAt";
    private static final String RESEND_AT = "plisante.code.resendAt";
    private static final String EMAIL = "plisante.code.email";
    private static final String FIELD = "code";

    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel notes;

    CodePage(AuthenticationFlowContext context) {
        this.context = context;
        this.notes = context.getAuthenticationSession();
    }

    Response sent(CodeAnswer.Sent sent) {
        notes.setAuthNote(EXPIRES_AT, sent.expiresAt().toString());
        notes.setAuthNote(RESEND_AT, sent.resendAt().toString());
        notes.setAuthNote(EMAIL, sent.email());
        return secondsUntil(sent.expiresAt()) == 0 ? spent("plisanteCodeExpired") : page(context.form());
    }

    Response tooSoon(CodeAnswer.TooSoon tooSoon) {
        notes.setAuthNote(RESEND_AT, tooSoon.resendAt().toString());
        return page(context.form().setInfo("plisanteResendTooSoon", Math.max(1, secondsUntil(tooSoon.resendAt()))));
    }

    Response tooMany(CodeAnswer.TooMany tooMany) {
        var minutes = minutesUntil(tooMany.until());
        if (!isSent()) {
            return page(context.form().setError("plisanteStartsTooMany", minutes));
        }
        notes.setAuthNote(RESEND_AT, tooMany.until().toString());
        return page(context.form().setError("plisanteResendTooMany", minutes));
    }

    Response wrong(String message, Object... parameters) {
        return page(context.form().addError(new FormMessage(FIELD, message, parameters)));
    }

    /** The code cannot be used any more, so the page does not say how long it lasts. */
    Response spent(String message) {
        return page(context.form().setAttribute("codeSpent", true).addError(new FormMessage(FIELD, message)));
    }

    Response unavailable() {
        return page(context.form().setError(isSent() ? "plisanteCodeUnchecked" : "plisanteCodeUnavailable"));
    }

    /** A last page: it says what happened and leads back to the beginning. */
    Response ended(String title, String message, long minutes) {
        return context.form()
                .setAttribute("endedTitle", title)
                .setError(message, minutes)
                .createForm("plisante-ended.ftl");
    }

    private Response page(LoginFormsProvider form) {
        return form.setAttribute("codeSent", isSent())
                .setAttribute("codeEmail", note(EMAIL))
                .setAttribute("codeExpiresIn", secondsUntil(instant(EXPIRES_AT)))
                .setAttribute("codeMinutesLeft", minutesUntil(instant(EXPIRES_AT)))
                .setAttribute("codeResendIn", secondsUntil(instant(RESEND_AT)))
                .createForm("plisante-code.ftl");
    }

    private boolean isSent() {
        return notes.getAuthNote(EXPIRES_AT) != null;
    }

    private String note(String name) {
        var value = notes.getAuthNote(name);
        return value == null ? "" : value;
    }

    private @Nullable Instant instant(String name) {
        var value = notes.getAuthNote(name);
        return value == null ? null : Instant.parse(value);
    }

    private static long secondsUntil(@Nullable Instant instant) {
        return instant == null ? 0 : Math.max(0, instant.getEpochSecond() - Time.currentTimeSeconds());
    }

    static long minutesUntil(@Nullable Instant instant) {
        return (secondsUntil(instant) + 59) / 60;
    }
}
