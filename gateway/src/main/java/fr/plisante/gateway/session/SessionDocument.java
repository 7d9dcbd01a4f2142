package fr.plisante.gateway.session;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is stored. Its id is a digest of the cookie's value, so that whoever reads the database can neither
 * use nor open a session. Public because the driver's record codec must reach it.
 *
 * @param subject whom Keycloak signed in, null before sign-in
 * @param sid Keycloak's own session, named by its back-channel sign-out
 * @param sealed the attributes, tokens included
 */
public record SessionDocument(
        @BsonId String id,
        @Nullable String subject,
        @Nullable String sid,
        Instant createdAt,
        Instant accessedAt,
        Instant expiresAt,
        byte[] sealed) {}
