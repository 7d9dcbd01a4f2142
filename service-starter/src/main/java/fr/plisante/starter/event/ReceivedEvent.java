package fr.plisante.starter.event;

import fr.plisante.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as a listener gets it. Delivery is at least once: use the event's natural key, and ignore a {@code sequence}
 * that is not higher than one already seen of the same {@code subject}.
 *
 * @param id the event's own id, the same at every delivery
 * @param subject the aggregate that the event is about
 * @param sequence the version of the aggregate
 */
public record ReceivedEvent<E extends Event>(
        UUID id, Instant time, String subject, long sequence, Origin origin, E event) {}
