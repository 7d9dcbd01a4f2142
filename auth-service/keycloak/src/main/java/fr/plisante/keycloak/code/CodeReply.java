package fr.plisante.keycloak.code;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/** The JSON of auth-service's one-time-code endpoints, all three in one shape. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CodeReply(
        @Nullable String state,
        @Nullable String result,
        @Nullable String expiresAt,
        @Nullable String resendAt,
        @Nullable String until,
        @Nullable String email,
        @Nullable Integer triesLeft) {

    static CodeAnswer read(int status, String body) {
        // auth-service forgets a sign-in some time after its code expired.
        if (status == 404) {
            return new CodeAnswer.Expired();
        }
        // Another code for a sign-in that has already succeeded.
        if (status == 409) {
            return new CodeAnswer.UsedUp();
        }
        if (status / 100 != 2) {
            return new CodeAnswer.Unavailable("HTTP " + status);
        }
        try {
            // The JSON word null is read as Java's.
            @Nullable CodeReply reply = JsonSerialization.readValue(body, CodeReply.class);
            return reply == null ? new CodeAnswer.Unavailable("no answer in the body") : reply.answer();
        } catch (IOException | DateTimeParseException e) {
            return new CodeAnswer.Unavailable(
                    "unreadable answer: " + e.getClass().getSimpleName());
        }
    }

    private CodeAnswer answer() {
        var word = state == null ? result : state;
        return switch (word) {
            case "SENT" -> new CodeAnswer.Sent(instant(expiresAt), instant(resendAt), email == null ? "" : email);
            case "TOO_SOON" -> new CodeAnswer.TooSoon(instant(resendAt));
            case "TOO_MANY" -> new CodeAnswer.TooMany(instant(until));
            case "RIGHT" -> new CodeAnswer.Right();
            case "WRONG" -> new CodeAnswer.Wrong(triesLeft == null ? 0 : triesLeft);
            case "EXPIRED" -> new CodeAnswer.Expired();
            case "USED_UP" -> new CodeAnswer.UsedUp();
            case "LOCKED" -> new CodeAnswer.Locked(instant(until));
            case null, default -> new CodeAnswer.Unavailable("unknown answer " + word);
        };
    }

    private static Instant instant(@Nullable String text) {
        if (text == null) {
            throw new DateTimeParseException("missing", "", 0);
        }
        return Instant.parse(text);
    }
}
