package fr.plisante.registration.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.plisante.starter.event.Origin;
import fr.plisante.starter.web.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that may be repeated: its {@code Idempotency-Key}, and a fingerprint of what it asks for. The same key with
 * the same content is the same request; with other content it is refused.
 */
public record Command(UUID key, String fingerprint) {

    /** Absent fields are left out, so a later optional field does not change the fingerprint of an older request. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(present -> present.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** How a request was accepted. Public because the driver's record codec must reach it. */
    public record Acceptance(UUID idempotencyKey, String fingerprint, Instant at, Origin by) {}

    /** A request with this content. */
    public static Command of(UUID key, Record content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(content));
            return new Command(key, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the document keeps that this request creates. */
    public Acceptance accepted(Instant at, Origin by) {
        return new Acceptance(key, fingerprint, at, by);
    }

    /** Refuses this request if the earlier one under its key asked for something else. */
    public void mustBeLike(Acceptance earlier) {
        mustBeLike(earlier.fingerprint());
    }

    /** The same by the fingerprint alone. */
    public void mustBeLike(String earlierFingerprint) {
        if (!fingerprint.equals(earlierFingerprint)) {
            throw new Refusal(HttpStatus.CONFLICT, "idempotency-key-reused");
        }
    }
}
