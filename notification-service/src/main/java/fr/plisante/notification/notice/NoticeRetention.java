package fr.plisante.notification.notice;

import fr.plisante.notification.notice.Notice.State;
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
        var now = clock.instant();
        LOG.info(
                "Forgot {} delivered and {} failed notices",
                notices.forget(State.DELIVERED, now.minus(settings.kept())),
                notices.forget(State.FAILED, now.minus(settings.failedKept())));
    }
}
