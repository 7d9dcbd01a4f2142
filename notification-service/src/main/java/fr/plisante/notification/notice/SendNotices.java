package fr.plisante.notification.notice;

import fr.plisante.notification.mail.Mail;
import fr.plisante.notification.relay.Dispatches.Mailing;
import fr.plisante.notification.relay.Outcome;
import fr.plisante.starter.client.ServiceUnavailable;
import fr.plisante.starter.store.Lease;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Sends one notice: renders it, gives it to the relay and notes what became of it. */
@Component
class SendNotices implements Mailing<Notice> {

    private static final Logger LOG = LoggerFactory.getLogger(SendNotices.class);
    private static final Duration A_BIT = Duration.ofSeconds(30);

    private final Notices notices;
    private final People people;
    private final RenderNotice render;
    private final NoticeSettings settings;
    private final Clock clock;

    SendNotices(Notices notices, People people, RenderNotice render, NoticeSettings settings, Clock clock) {
        this.notices = notices;
        this.people = people;
        this.render = render;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Notice> claim(int limit) {
        return notices.claim(limit);
    }

    @Override
    public Lease lease(Notice claimed) {
        return claimed.lease();
    }

    @Override
    public void send(Notice claimed, Function<Mail, Outcome> relay) {
        render(claimed).ifPresent(mail -> settle(claimed, mail.messageId(), relay.apply(mail)));
    }

    @Override
    public void giveBack(List<Notice> claimed) {
        notices.giveBack(claimed);
    }

    /** Empty if it must wait for something else than the relay. */
    private Optional<Mail> render(Notice notice) {
        var person = people.find(notice.accountId());
        if (person.isEmpty()) {
            // A member granted before the account is known here: it comes, on another topic, or never.
            if (notice.createdAt().plus(settings.giveUp()).isBefore(clock.instant())) {
                notices.failed(notice, Notice.NOBODY, "account unknown for " + settings.giveUp());
                LOG.warn("Notice {} of {} is for nobody", notice.noticeId(), notice.causeId());
            } else {
                postponeABit(notice, "account unknown");
            }
            return Optional.empty();
        }
        if (notice.kind() == Notice.Kind.UNKNOWN || notice.state() == Notice.State.UNKNOWN) {
            postponeABit(notice, "of a newer version");
            return Optional.empty();
        }
        try {
            return Optional.of(render.mail(notice, person.get()));
        } catch (HttpClientErrorException.NotFound _) {
            postpone(notice, "account not yet in Keycloak");
        } catch (ServiceUnavailable e) {
            postpone(notice, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private void settle(Notice notice, String messageId, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted() -> {
                notices.delivered(notice, messageId);
                LOG.info("Notice {} of {} delivered", notice.noticeId(), notice.causeId());
            }
            case Outcome.Refused(var code, var reply) -> {
                notices.failed(notice, code, reply);
                LOG.warn("Notice {} of {} refused for good: {}", notice.noticeId(), notice.causeId(), code);
            }
            case Outcome.Postponed(var reply) -> postpone(notice, reply);
            case Outcome.Lost(var reason) -> postpone(notice, reason);
        }
    }

    private void postpone(Notice notice, String reason) {
        postpone(notice, Backoff.after(notice.lease().attempts()), reason);
    }

    /** For what will soon be so. */
    private void postponeABit(Notice notice, String reason) {
        var wait = Backoff.after(notice.lease().attempts());
        postpone(notice, wait.compareTo(A_BIT) < 0 ? wait : A_BIT, reason);
    }

    private void postpone(Notice notice, Duration wait, String reason) {
        notices.postpone(notice, wait, reason);
        LOG.info("Notice {} of {} waits {}: {}", notice.noticeId(), notice.causeId(), wait, reason);
    }
}
