package fr.plisante.notification.notice;

import fr.plisante.notification.relay.Dispatch;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns events into notices, in whatever order and however often they are received. */
@Component
class WriteNotices {

    /** However many members the mailboxes of a batch have. */
    private static final int AT_ONCE = 300;

    private final Audiences audiences;
    private final Arrivals arrivals;
    private final Notices notices;
    private final Dispatch<Notice> dispatch;
    private final Clock clock;

    WriteNotices(
            Audiences audiences, Arrivals arrivals, Notices notices, Dispatch<Notice> noticeDispatch, Clock clock) {
        this.audiences = audiences;
        this.arrivals = arrivals;
        this.notices = notices;
        this.dispatch = noticeDispatch;
        this.clock = clock;
    }

    /** Envelopes have come into mailboxes; those whose audience is not known are kept until it is. */
    void envelopes(List<Arrival> delivered) {
        var early = write(delivered);
        if (!early.isEmpty()) {
            arrivals.keep(early);
            // An audience may have come between our look and our note: then nobody else would look here again.
            catchUp(mailboxes(early));
        }
    }

    /** A person has an account. */
    void welcome(UUID causeId, Person person) {
        add(List.of(Notice.ofWelcome(causeId, person.accountId(), person.regionId(), clock.instant())));
    }

    /** A mailbox has an audience: what came before is told now. */
    void catchUp(UUID mailboxId) {
        catchUp(Set.of(mailboxId));
    }

    private void catchUp(Set<UUID> mailboxIds) {
        var known = audiences.find(mailboxIds).keySet();
        if (known.isEmpty()) {
            return;
        }
        for (var early = arrivals.of(known); !early.isEmpty(); early = arrivals.of(known)) {
            write(early);
            arrivals.forget(early);
        }
    }

    /** Writes the notices of envelopes and answers those whose audience is not known. */
    private List<Arrival> write(List<Arrival> delivered) {
        var known = audiences.find(mailboxes(delivered));
        var written = new ArrayList<Notice>();
        var early = new ArrayList<Arrival>();
        for (var arrival : delivered) {
            var audience = known.get(arrival.mailboxId());
            if (audience == null) {
                early.add(arrival);
            } else {
                for (var notice : arrival.notices(audience, clock.instant())) {
                    written.add(notice);
                    if (written.size() == AT_ONCE) {
                        add(written);
                        written.clear();
                    }
                }
            }
        }
        add(written);
        return early;
    }

    /** What there is room for is sent by this instance at once, without being looked for and claimed. */
    private void add(List<Notice> written) {
        dispatch.offer(notices.add(written, dispatch.room()));
    }

    private static Set<UUID> mailboxes(List<Arrival> arrivals) {
        var ids = new HashSet<UUID>();
        arrivals.forEach(arrival -> ids.add(arrival.mailboxId()));
        return ids;
    }
}
