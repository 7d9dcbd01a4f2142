package fr.plisante.notification.code;

import fr.plisante.notification.code.CodeMail.State;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what is left of code mails that are over. */
@Component
class CodeRetention {

    private final CodeMails mails;
    private final CodeSettings settings;

    CodeRetention(CodeMails mails, CodeSettings settings) {
        this.mails = mails;
        this.settings = settings;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void forgetOldOnes() {
        var before = Instant.now().minus(settings.kept());
        mails.forget(State.DELIVERED, before);
        mails.forget(State.FAILED, before);
        mails.forget(State.EXPIRED, before);
    }
}
