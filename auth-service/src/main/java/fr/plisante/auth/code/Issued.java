package fr.plisante.auth.code;

import java.time.Instant;

/** How it went to issue a code. */
sealed interface Issued {

    /** A code is on its way. */
    record Sent(Instant expiresAt, Instant resendAt, String email) implements Issued {

        static Sent from(SignIn signIn) {
            return new Sent(signIn.code().expiresAt(), signIn.code().resendAt(), masked(signIn.email()));
        }

        /** Enough to know one's own address by, too little to learn another's. */
        private static String masked(String email) {
            var at = email.lastIndexOf('@');
            return at < 1 ? "•••" : email.substring(0, email.offsetByCodePoints(0, 1)) + "•••" + email.substring(at);
        }
    }

    /** The last one was sent a moment ago. */
    record TooSoon(Instant resendAt) implements Issued {}

    /** Too many were sent in an hour. */
    record TooMany(Instant until) implements Issued {}

    /** Too many wrong codes were typed in an hour: none is compared, so none is sent. */
    record Locked(Instant until) implements Issued {}
}
