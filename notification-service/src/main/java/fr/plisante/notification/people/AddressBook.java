package fr.plisante.notification.people;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whom one writes to, as far as is known; the newest word of each counts, in whatever order it comes. */
@Component
public class AddressBook {

    private final People people;
    private final Audiences audiences;

    AddressBook(People people, Audiences audiences) {
        this.people = people;
        this.audiences = audiences;
    }

    /** Keeps what is said of a person unless something newer was. */
    public void keep(Person person) {
        people.keep(person);
    }

    /** Keeps what is said of a mailbox unless something newer was. */
    public void keep(Audience audience) {
        audiences.keep(audience);
    }

    /** Forgets a person and their own mailbox, and answers the mailbox. */
    public Optional<UUID> forgetPerson(UUID accountId) {
        var mailboxId = people.find(accountId).map(Person::mailboxId);
        mailboxId.ifPresent(audiences::delete);
        people.delete(accountId);
        return mailboxId;
    }

    /** Forgets who is told of what arrives in a mailbox. */
    public void forgetAudience(UUID mailboxId) {
        audiences.delete(mailboxId);
    }

    /** The person of an account. */
    public Optional<Person> person(UUID accountId) {
        return people.find(accountId);
    }

    /** Those of the mailboxes that are known. */
    public Map<UUID, Audience> audiences(Collection<UUID> mailboxIds) {
        return audiences.find(mailboxIds);
    }
}
