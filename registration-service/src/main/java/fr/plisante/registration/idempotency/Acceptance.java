package fr.plisante.registration.idempotency;

import fr.plisante.starter.event.Origin;
import java.time.Instant;
import java.util.UUID;

/** How a request was accepted. Public because the driver's record codec must reach it. */
public record Acceptance(UUID idempotencyKey, String fingerprint, Instant at, Origin by) {}
