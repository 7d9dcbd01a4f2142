package fr.plisante.starter.event;

import fr.plisante.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as a listener gets it. Delivery is at least once: use the event's natural key, and ignore a {@code sequence}
 * lower than one already seen of the same {@code subject}.
 *
 * @param id the event's own id, the same at every delivery
 * @param subject the aggregate's id
 * @param sequence version of the aggregate's document that said it
 */
public record Said<E extends Event>(UUID id, Instant time, String subject, long sequence, Origin origin, E event) {}
