package fr.plisante.notification.notice;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes settled notices when their time is over. */
@Component
class NoticeRetention {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRetention.class);

    private final Notices notices;
    private final NoticeSettings settings;
    private final Clock clock;

    NoticeRetention(Notices notices, NoticeSettings settings, Clock clock) {
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
    void forgetOldOnes() {
        LOG.info(
                "Forgot {} settled notices",
                notices.forgetSettledBefore(clock.instant().minus(settings.kept())));
    }
}
