package fr.plisante.notification.code;

import fr.plisante.events.auth.OneTimeCodeIssued;
import fr.plisante.notification.relay.Dispatch;
import fr.plisante.starter.event.ReceivedEvent;
import java.time.Clock;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Somebody waits for a code. */
@Component
class OneTimeCodeIssuedListener {

    private final CodeMails mails;
    private final Dispatch dispatch;
    private final Clock clock;

    OneTimeCodeIssuedListener(CodeMails mails, Dispatch codeDispatch, Clock clock) {
        this.mails = mails;
        this.dispatch = codeDispatch;
        this.clock = clock;
    }

    @KafkaListener(topics = OneTimeCodeIssued.TOPIC, groupId = "notification-service.codes")
    void on(ReceivedEvent<OneTimeCodeIssued> received) {
        var mail = CodeMail.from(received, clock.instant());
        mails.add(mail);
        dispatch.offer(List.of(mail.id().toString()));
    }
}
