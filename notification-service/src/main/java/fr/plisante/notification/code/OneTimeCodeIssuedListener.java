package fr.plisante.notification.code;

import fr.plisante.events.auth.OneTimeCodeIssued;
import fr.plisante.notification.relay.Dispatch;
import fr.plisante.starter.event.ReceivedEvent;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Somebody waits for a code. */
@Component
class OneTimeCodeIssuedListener {

    private final CodeMails mails;
    private final Dispatch<CodeMail> dispatch;

    OneTimeCodeIssuedListener(CodeMails mails, Dispatch<CodeMail> codeDispatch) {
        this.mails = mails;
        this.dispatch = codeDispatch;
    }

    @KafkaListener(topics = OneTimeCodeIssued.TOPIC, groupId = "notification-service.codes")
    void on(ReceivedEvent<OneTimeCodeIssued> received) {
        var atOnce = dispatch.room() > 0;
        var mail = CodeMail.from(received, mails.lease(atOnce));
        if (mails.add(mail) && atOnce) {
            dispatch.offer(List.of(mail));
        }
    }
}
