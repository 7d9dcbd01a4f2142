package fr.plisante.starter.event;

import fr.plisante.starter.event.ParkedEvents.Parked;
import fr.plisante.starter.event.ParkedEvents.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** Shows an operator what is parked, and lets them replay or discard it: {@code /actuator/parked}, for the scope {@code ops}. */
@Endpoint(id = "parked")
final class ParkedEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedEndpoint.class);
    private static final int SHOWN = 200;

    private final ParkedEvents events;
    private final Replay replay;

    ParkedEndpoint(ParkedEvents events, Replay replay) {
        this.events = events;
        this.replay = replay;
    }

    /** What is shown of a parked event; its id says group, topic, partition and offset, what it says stays in the store. */
    record View(String id, @Nullable String key, String reason, int attempts, Instant parkedAt) {

        static View of(Parked one) {
            return new View(one.id(), one.key(), one.reason(), one.attempts(), one.parkedAt());
        }
    }

    /** What became of an event that was replayed or discarded; {@code reason} says why it is still parked. */
    record Outcome(String id, State state, @Nullable String reason) {}

    /** The oldest of those that wait. */
    @ReadOperation
    List<View> waiting() {
        return events.waiting(SHOWN).stream().map(View::of).toList();
    }

    /** Has an event carried out now; nothing if none waits under this id. */
    @WriteOperation
    @Nullable Outcome replay(@Selector String id, SecurityContext operator) {
        return events.find(id).map(one -> replay(one, name(operator))).orElse(null);
    }

    private Outcome replay(Parked one, String operator) {
        var before = events.before(one);
        if (before.isPresent()) {
            return new Outcome(one.id(), State.PARKED, Parking.waitsBehind(before.get()));
        }
        try {
            replay.of(one);
        } catch (RuntimeException e) {
            LOG.warn("{} was replayed by {} and failed again", one.id(), operator, e);
            events.failedAgain(one, e.toString());
            return new Outcome(one.id(), State.PARKED, e.toString());
        }
        events.settle(one, State.REPLAYED, operator, null);
        LOG.info("{} was replayed by {}", one.id(), operator);
        return new Outcome(one.id(), State.REPLAYED, null);
    }

    /** Gives an event up, for a reason that is kept; nothing if none waits under this id. */
    @DeleteOperation
    @Nullable Outcome discard(@Selector String id, String because, SecurityContext operator) {
        return events.find(id)
                .map(one -> {
                    events.settle(one, State.DISCARDED, name(operator), because);
                    LOG.warn("{} was discarded by {}", one.id(), name(operator));
                    return new Outcome(one.id(), State.DISCARDED, null);
                })
                .orElse(null);
    }

    private static String name(SecurityContext operator) {
        var principal = operator.getPrincipal();
        return principal == null ? "nobody" : principal.getName();
    }
}
