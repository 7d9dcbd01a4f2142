package fr.plisante.starter.store;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/**
 * Compares this machine's clock with the store's when the service starts. Leases, the end of a sign-in and the numbers that
 * readers wait for rest on clocks that differ by seconds at most; so a service whose clock is further off does not start.
 */
final class ClockCheck implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);

    private final MongoDatabase database;
    private final Clock clock;
    private final Duration most;

    ClockCheck(MongoDatabase database, Clock clock, Duration most) {
        this.database = database;
        this.clock = clock;
        this.most = most;
    }

    @Override
    public void afterPropertiesSet() {
        var before = clock.instant();
        // The older name of hello: every server knows it, those of tests too.
        var told = database.runCommand(new Document("isMaster", 1)).getDate("localTime");
        if (told == null) {
            LOG.warn("The store does not tell its time, so the clocks are not compared");
        } else {
            require(told.toInstant(), before, clock.instant());
        }
    }

    /** The store answered between the two instants of ours. */
    void require(Instant store, Instant before, Instant after) {
        if (store.isBefore(before.minus(most)) || store.isAfter(after.plus(most))) {
            throw new IllegalStateException("The clock of this machine says " + after + ", that of the store " + store
                    + ": they may differ by " + most.toSeconds() + " s at most (PLISANTE_STORE_MAX_CLOCK_SKEW)");
        }
    }
}
