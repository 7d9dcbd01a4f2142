package fr.plisante.starter.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits in the document of the state it tells of, written with it in one atomic write (field
 * {@code outbox}). {@code data} is the event as JSON, ready to send.
 */
public record PendingEvent(
        UUID id,
        Instant time,
        String topic,
        String key,
        long sequence,
        String actor,
        @Nullable UUID onBehalfOf,
        int acr,
        String data) {}
