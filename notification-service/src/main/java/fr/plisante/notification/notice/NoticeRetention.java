package fr.plisante.notification.notice;

import fr.plisante.notification.notice.Notice.State;
import java.time.Instant;
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

    NoticeRetention(Notices notices, NoticeSettings settings) {
        this.notices = notices;
        this.settings = settings;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
    void forgetOldOnes() {
        var before = Instant.now().minus(settings.kept());
        LOG.info(
                "Forgot {} delivered and {} failed notices",
                notices.forget(State.DELIVERED, before),
                notices.forget(State.FAILED, before));
    }
}
