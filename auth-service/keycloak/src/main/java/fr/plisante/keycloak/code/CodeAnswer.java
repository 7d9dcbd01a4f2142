package fr.plisante.keycloak.code;

import java.time.Instant;

/** What auth-service says about the code of a sign-in. */
sealed interface CodeAnswer {

    /** A code is on its way; {@code email} is the masked address it went to. */
    record Sent(Instant expiresAt, Instant resendAt, String email) implements CodeAnswer {}

    record TooSoon(Instant resendAt) implements CodeAnswer {}

    record TooMany(Instant until) implements CodeAnswer {}

    record Right() implements CodeAnswer {}

    record Wrong(int triesLeft) implements CodeAnswer {}

    record Expired() implements CodeAnswer {}

    record UsedUp() implements CodeAnswer {}

    record Locked(Instant until) implements CodeAnswer {}

    /** auth-service did not answer, or not in words we know: nobody is let in. */
    record Unavailable(String reason) implements CodeAnswer {}
}
