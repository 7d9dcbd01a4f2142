package fr.plisante.events.auth;

import java.time.Instant;
import java.util.UUID;

/**
 * A second factor was refused.
 *
 * @param reason {@code WRONG}, {@code EXPIRED}, {@code USED_UP} or {@code LOCKED}
 */
public record SignInRefused(UUID accountId, String regionId, String signInId, String reason, Instant refusedAt)
        implements AuthEvent {

    /** SignInRefused version 1, keyed by account id. */
    public static final String TOPIC = "plisante.auth.sign-in-refused.v1";

    @Override
    public String key() {
        return accountId.toString();
    }

    @Override
    public String subject() {
        return signInId;
    }
}
