package fr.plisante.directory.search;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready when everything is indexed that was on the topic at the start, and nothing was left out since. */
@Component("directoryIndex")
class DirectoryIndexHealth implements HealthIndicator {

    private final Follower follower;

    DirectoryIndexHealth(Follower follower) {
        this.follower = follower;
    }

    @Override
    public Health health() {
        return follower.hasCaughtUp()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("leftOut", List.copyOf(follower.leftOut()))
                        .build();
    }
}
