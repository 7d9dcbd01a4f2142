package fr.plisante.notification.code;

import fr.plisante.notification.code.CodeMail.State;
import fr.plisante.notification.mail.Mail;
import fr.plisante.notification.relay.Dispatches.Mailing;
import fr.plisante.notification.relay.Outcome;
import fr.plisante.starter.store.Lease;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends one code; somebody is waiting, so a failed attempt is soon followed by the next. */
@Component
class SendCodes implements Mailing<CodeMail> {

    private static final Logger LOG = LoggerFactory.getLogger(SendCodes.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final CodeMails mails;
    private final SealedCodes sealed;
    private final RenderCode render;
    private final Clock clock;

    SendCodes(CodeMails mails, SealedCodes sealed, RenderCode render, Clock clock) {
        this.mails = mails;
        this.sealed = sealed;
        this.render = render;
        this.clock = clock;
    }

    @Override
    public List<CodeMail> claim(int limit) {
        return mails.claim(limit);
    }

    @Override
    public Lease lease(CodeMail claimed) {
        return claimed.lease();
    }

    @Override
    public void send(CodeMail claimed, Function<Mail, Outcome> relay) {
        render(claimed).ifPresent(mail -> settle(claimed, relay.apply(mail)));
    }

    @Override
    public void giveBack(List<CodeMail> claimed) {
        mails.giveBack(claimed);
    }

    /** Empty if it is over without having been sent, or is in a state that only a newer version knows. */
    private Optional<Mail> render(CodeMail code) {
        if (code.state() == State.UNKNOWN) {
            postpone(code, "of a newer version");
            return Optional.empty();
        }
        var secret = code.sealedCode();
        if (secret == null || !clock.instant().isBefore(code.expiresAt())) {
            mails.settle(code, State.EXPIRED, null);
            LOG.info("Code {} expired before it could be sent", code.id());
            return Optional.empty();
        }
        try {
            return Optional.of(render.mail(code, sealed.open(secret, code.signInId())));
        } catch (GeneralSecurityException e) {
            mails.settle(code, State.FAILED, "sealed for another key or sign-in");
            LOG.error("Code {} cannot be opened", code.id(), e);
            return Optional.empty();
        }
    }

    private void settle(CodeMail code, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted() -> {
                mails.settle(code, State.DELIVERED, null);
                LOG.info("Code {} delivered", code.id());
            }
            case Outcome.Refused(var reason, var reply) -> {
                mails.settle(code, State.FAILED, reply);
                LOG.warn("Code {} refused for good: {}", code.id(), reason);
            }
            case Outcome.Postponed(var reply) -> postpone(code, reply);
            case Outcome.Lost(var reason) -> postpone(code, reason);
        }
    }

    private void postpone(CodeMail code, String reason) {
        mails.postpone(code, SOON, reason);
        LOG.info("Code {} waits after attempt {}", code.id(), code.lease().attempts());
    }
}
