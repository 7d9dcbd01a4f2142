package fr.plisante.events.auth;

import java.time.Instant;
import java.util.UUID;

/**
 * A person has signed in.
 *
 * @param acr 1 (password) or 2 (strong)
 */
public record SignedIn(UUID accountId, String regionId, String signInId, int acr, Instant signedInAt)
        implements AuthEvent {

    /** SignedIn version 1, keyed by account id. */
    public static final String TOPIC = "plisante.auth.signed-in.v1";

    @Override
    public String key() {
        return accountId.toString();
    }

    @Override
    public String subject() {
        return signInId;
    }
}
