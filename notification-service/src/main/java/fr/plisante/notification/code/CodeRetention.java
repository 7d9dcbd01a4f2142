package fr.plisante.notification.code;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what is left of code mails that are over. */
@Component
class CodeRetention {

    private final CodeMails mails;
    private final CodeSettings settings;
    private final Clock clock;

    CodeRetention(CodeMails mails, CodeSettings settings, Clock clock) {
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void forgetOldOnes() {
        mails.forgetSettledBefore(clock.instant().minus(settings.kept()));
    }
}
