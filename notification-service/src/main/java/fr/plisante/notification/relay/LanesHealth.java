package fr.plisante.notification.relay;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How each lane does, in the details alone: a relay that is away makes mails wait and this service no less healthy. */
@Component("lanes")
class LanesHealth implements HealthIndicator {

    private final List<Dispatch<?>> dispatches;

    LanesHealth(List<Dispatch<?>> dispatches) {
        this.dispatches = dispatches;
    }

    @Override
    public Health health() {
        var health = Health.up();
        dispatches.stream().map(Dispatch::state).forEach(lane -> health.withDetail(lane.name(), lane));
        return health.build();
    }
}
