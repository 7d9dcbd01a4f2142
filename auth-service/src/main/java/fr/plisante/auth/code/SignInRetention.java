package fr.plisante.auth.code;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets sign-ins whose time is over. */
@Component
class SignInRetention {

    private static final Logger LOG = LoggerFactory.getLogger(SignInRetention.class);

    private final SignIns signIns;
    private final CodeSettings settings;
    private final Clock clock;

    SignInRetention(SignIns signIns, CodeSettings settings, Clock clock) {
        this.signIns = signIns;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void purge() {
        var deleted = signIns.deleteStartedBefore(clock.instant().minus(settings.signInsKept()));
        LOG.info("{} sign-in(s) older than {} forgotten", deleted, settings.signInsKept());
    }
}
