package fr.plisante.notification.notice;

import fr.plisante.notification.people.AddressBook;
import fr.plisante.notification.people.Person;
import fr.plisante.notification.relay.Backoff;
import fr.plisante.notification.relay.Dispatch;
import fr.plisante.notification.relay.Dispatches;
import fr.plisante.notification.relay.Lane;
import fr.plisante.notification.relay.Outcome;
import fr.plisante.notification.relay.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends notices: claims one, finds the person and the words, notes what became of it. */
@Component
class NoticeSending implements Waiting {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSending.class);
    private static final Duration FOR_THE_PERSON = Duration.ofSeconds(30);

    private final Notices notices;
    private final AddressBook book;
    private final NoticeMails mails;
    private final Duration lease;
    private final Dispatch dispatch;

    NoticeSending(
            Notices notices, AddressBook book, NoticeMails mails, NoticeSettings settings, Dispatches dispatches) {
        this.notices = notices;
        this.book = book;
        this.mails = mails;
        this.lease = settings.lease();
        this.dispatch =
                dispatches.lane(new Lane("notices", settings.threads(), settings.perSecond(), settings.lease()), this);
    }

    /** These have just been written. */
    void wake(List<String> ids) {
        dispatch.offer(ids);
    }

    Dispatch dispatch() {
        return dispatch;
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return notices.due(now, limit);
    }

    @Override
    public Optional<Claimed> claim(String id) {
        var now = Instant.now();
        return notices.claim(id, now, now.plus(lease)).flatMap(this::written);
    }

    private Optional<Claimed> written(Notice notice) {
        var person = book.person(notice.accountId());
        if (person.isEmpty()) {
            // A member granted before the account is heard of: it comes, on another topic.
            var wait = Backoff.after(notice.attempts());
            notices.postpone(notice, in(wait.compareTo(FOR_THE_PERSON) < 0 ? wait : FOR_THE_PERSON), "account unknown");
            return Optional.empty();
        }
        return written(notice, person.get());
    }

    private Optional<Claimed> written(Notice notice, Person person) {
        try {
            var mail = mails.write(notice, person);
            return Optional.of(new Claimed(mail, outcome -> settle(notice, mail.messageId(), outcome)));
        } catch (PasswordLinkUnavailable e) {
            notices.postpone(notice, in(Backoff.after(notice.attempts())), e.getMessage());
            return Optional.empty();
        }
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
        notices.postpone(notice, in(Backoff.after(notice.attempts())), reason);
        LOG.info("Notice {} of {} waits after attempt {}", notice.noticeId(), notice.causeId(), notice.attempts());
    }

    private static Instant in(Duration wait) {
        return Instant.now().plus(wait);
    }
}
