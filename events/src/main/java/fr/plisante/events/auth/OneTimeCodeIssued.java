package fr.plisante.events.auth;

import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in code is to be mailed; the topic is private and kept 15 minutes.
 *
 * @param email the ordinary address
 * @param language {@code fr} or {@code en}
 * @param timeZone an IANA name
 * @param sealedCode the code under notification-service's public key (Tink hybrid encryption, base64, the sign-in id as
 *     context)
 */
public record OneTimeCodeIssued(
        String signInId,
        UUID accountId,
        String regionId,
        String email,
        String language,
        String timeZone,
        String sealedCode,
        Instant issuedAt,
        Instant expiresAt)
        implements AuthEvent {

    /** OneTimeCodeIssued version 1, keyed by sign-in id. */
    public static final String TOPIC = "plisante.auth.one-time-code-issued.v1";

    @Override
    public String key() {
        return signInId;
    }
}
