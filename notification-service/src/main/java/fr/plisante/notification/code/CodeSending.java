package fr.plisante.notification.code;

import fr.plisante.notification.code.CodeMail.State;
import fr.plisante.notification.relay.Dispatch;
import fr.plisante.notification.relay.Dispatches;
import fr.plisante.notification.relay.Lane;
import fr.plisante.notification.relay.Outcome;
import fr.plisante.notification.relay.Waiting;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends codes on a lane of their own; somebody is waiting, so a failed attempt is soon followed by the next. */
@Component
class CodeSending implements Waiting {

    private static final Logger LOG = LoggerFactory.getLogger(CodeSending.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final CodeMails mails;
    private final SealedCodes sealed;
    private final CodeWords words;
    private final Duration lease;
    private final Dispatch dispatch;

    CodeSending(CodeMails mails, SealedCodes sealed, CodeWords words, CodeSettings settings, Dispatches dispatches) {
        this.mails = mails;
        this.sealed = sealed;
        this.words = words;
        this.lease = settings.lease();
        this.dispatch =
                dispatches.lane(new Lane("codes", settings.threads(), settings.perSecond(), settings.lease()), this);
    }

    void send(CodeMail mail) {
        mails.add(mail);
        dispatch.offer(List.of(mail.id().toString()));
    }

    Dispatch dispatch() {
        return dispatch;
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return mails.due(now, limit);
    }

    @Override
    public Optional<Claimed> claim(String id) {
        var now = Instant.now();
        return mails.claim(id, now, now.plus(lease)).flatMap(this::written);
    }

    private Optional<Claimed> written(CodeMail mail) {
        var code = mail.sealedCode();
        if (code == null || !Instant.now().isBefore(mail.expiresAt())) {
            mails.settle(mail, State.EXPIRED, null);
            LOG.info("Code {} expired before it could be sent", mail.id());
            return Optional.empty();
        }
        try {
            var written = words.write(mail, sealed.open(code, mail.signInId()));
            return Optional.of(new Claimed(written, outcome -> settle(mail, outcome)));
        } catch (GeneralSecurityException e) {
            mails.settle(mail, State.FAILED, "sealed for another key or sign-in");
            LOG.error("Code {} cannot be opened", mail.id(), e);
            return Optional.empty();
        }
    }

    private void settle(CodeMail mail, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted() -> {
                mails.settle(mail, State.DELIVERED, null);
                LOG.info("Code {} delivered", mail.id());
            }
            case Outcome.Refused(var reason, var reply) -> {
                mails.settle(mail, State.FAILED, reply);
                LOG.warn("Code {} refused for good: {}", mail.id(), reason);
            }
            case Outcome.Postponed(var reply) -> postpone(mail, reply);
            case Outcome.Lost(var reason) -> postpone(mail, reason);
        }
    }

    private void postpone(CodeMail mail, String reason) {
        mails.postpone(mail, Instant.now().plus(SOON), reason);
        LOG.info("Code {} waits after attempt {}", mail.id(), mail.attempts());
    }
}
