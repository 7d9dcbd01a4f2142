package fr.plisante.starter.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits in its document ({@link Outgoing}), written with the state in one atomic write. It is public for
 * the driver's codec of records alone; no service uses it.
 *
 * @param subject the aggregate whose version {@code sequence} is
 * @param data the event as JSON, ready to send; null for a tombstone
 */
public record PendingEvent(
        UUID id,
        Instant time,
        String topic,
        String key,
        String subject,
        long sequence,
        String actor,
        @Nullable UUID onBehalfOf,
        int acr,
        @Nullable String data) {}
