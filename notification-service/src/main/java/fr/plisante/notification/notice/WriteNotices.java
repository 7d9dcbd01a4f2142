package fr.plisante.notification.notice;

import fr.plisante.notification.people.AddressBook;
import fr.plisante.notification.people.Audience;
import fr.plisante.notification.people.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns what is heard into notices, in whatever order and however often it is heard. */
@Component
class WriteNotices {

    private final AddressBook book;
    private final Arrivals arrivals;
    private final Notices notices;
    private final NoticeSending sending;

    WriteNotices(AddressBook book, Arrivals arrivals, Notices notices, NoticeSending sending) {
        this.book = book;
        this.arrivals = arrivals;
        this.notices = notices;
        this.sending = sending;
    }

    /** Envelopes have come into mailboxes. */
    void envelopes(List<Arrival> heard) {
        var mailboxes = mailboxes(heard);
        var known = book.audiences(mailboxes);
        var written = new ArrayList<Notice>();
        var early = new ArrayList<Arrival>();
        for (var arrival : heard) {
            var audience = known.get(arrival.mailboxId());
            if (audience == null) {
                early.add(arrival);
            } else {
                written.addAll(arrival.notices(audience));
            }
        }
        write(written);
        if (!early.isEmpty()) {
            arrivals.keep(early);
            // The word may have come between our look and our note: then nobody else would look here again.
            resolve(mailboxes(early));
        }
    }

    /** A person has an account, and a mailbox. */
    void account(UUID causeId, Person person, Audience audience) {
        book.keep(person);
        write(List.of(Notice.ofWelcome(causeId, person.accountId(), person.regionId())));
        mailbox(audience);
    }

    /** A mailbox has an audience. */
    void mailbox(Audience audience) {
        book.keep(audience);
        resolve(Set.of(audience.mailboxId()));
    }

    /** An account is to be forgotten: nobody is told of anything any more. */
    void forgetAccount(UUID accountId) {
        notices.forgetPending(accountId);
        book.forgetPerson(accountId).ifPresent(arrivals::forget);
    }

    /** A mailbox is to be forgotten. */
    void forgetMailbox(UUID mailboxId) {
        book.forgetAudience(mailboxId);
        arrivals.forget(mailboxId);
    }

    private void resolve(Set<UUID> mailboxIds) {
        var known = book.audiences(mailboxIds);
        if (known.isEmpty()) {
            return;
        }
        for (var early = arrivals.of(known.keySet()); !early.isEmpty(); early = arrivals.of(known.keySet())) {
            var written = new ArrayList<Notice>();
            for (var arrival : early) {
                var audience = known.get(arrival.mailboxId());
                if (audience != null) {
                    written.addAll(arrival.notices(audience));
                }
            }
            write(written);
            arrivals.forget(early);
        }
    }

    private void write(List<Notice> written) {
        notices.add(written);
        sending.wake(written.stream().map(Notice::id).toList());
    }

    private static Set<UUID> mailboxes(List<Arrival> arrivals) {
        var ids = new HashSet<UUID>();
        arrivals.forEach(arrival -> ids.add(arrival.mailboxId()));
        return ids;
    }
}
