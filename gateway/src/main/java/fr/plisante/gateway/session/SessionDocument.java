package fr.plisante.gateway.session;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is stored. Its id is a digest of the cookie's value, so that whoever reads the database can neither
 * use nor open a session.
 *
 * @param subject whom Keycloak signed in, null before sign-in
 * @param sid Keycloak's own session, named by its back-channel sign-out
 * @param sealed the attributes, tokens included
 */
record SessionDocument(
        String id,
        @Nullable String subject,
        @Nullable String sid,
        Instant createdAt,
        Instant accessedAt,
        Instant expiresAt,
        byte[] sealed) {

    static SessionDocument of(Document bson) {
        return new SessionDocument(
                Objects.requireNonNull(bson.getString("_id")),
                bson.getString("subject"),
                bson.getString("sid"),
                instant(bson, "createdAt"),
                instant(bson, "accessedAt"),
                instant(bson, "expiresAt"),
                Objects.requireNonNull(bson.get("sealed", Binary.class)).getData());
    }

    Document toBson() {
        return new Document("_id", id)
                .append("subject", subject)
                .append("sid", sid)
                .append("createdAt", Date.from(createdAt))
                .append("accessedAt", Date.from(accessedAt))
                .append("expiresAt", Date.from(expiresAt))
                .append("sealed", new Binary(sealed));
    }

    private static Instant instant(Document bson, String field) {
        return Objects.requireNonNull(bson.getDate(field)).toInstant();
    }
}
