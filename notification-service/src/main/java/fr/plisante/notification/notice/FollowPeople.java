package fr.plisante.notification.notice;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps who is told of what, and catches up with what came before that was known. */
@Component
class FollowPeople {

    private final People people;
    private final Audiences audiences;
    private final Arrivals arrivals;
    private final Notices notices;
    private final WriteNotices write;

    FollowPeople(People people, Audiences audiences, Arrivals arrivals, Notices notices, WriteNotices write) {
        this.people = people;
        this.audiences = audiences;
        this.arrivals = arrivals;
        this.notices = notices;
        this.write = write;
    }

    /** A person has an account, and a mailbox. */
    void account(UUID causeId, Person person, Audience audience) {
        people.keep(person);
        write.welcome(causeId, person);
        mailbox(audience);
    }

    /** A mailbox has an audience. */
    void mailbox(Audience audience) {
        audiences.keep(audience);
        write.catchUp(audience.mailboxId());
    }

    /** An account is to be forgotten: nobody is told of anything any more. */
    void forgetAccount(UUID accountId) {
        notices.forgetPending(accountId);
        people.find(accountId).map(Person::mailboxId).ifPresent(this::forgetMailbox);
        people.delete(accountId);
    }

    /** A mailbox is to be forgotten. */
    void forgetMailbox(UUID mailboxId) {
        audiences.delete(mailboxId);
        arrivals.forget(mailboxId);
    }
}
