package fr.plisante.notification.notice;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.notification.people.Audience;
import fr.plisante.notification.people.Person;
import fr.plisante.starter.event.Said;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Somebody has an account: they are welcomed, and told from now on of what comes into their mailbox. */
@Component
class AccountValidatedListener {

    private final WriteNotices write;

    AccountValidatedListener(WriteNotices write) {
        this.write = write;
    }

    @KafkaListener(topics = AccountValidated.TOPIC, groupId = "notification-service.people")
    void on(Said<AccountValidated> said) {
        write.account(
                said.id(), Person.from(said.event(), said.sequence()), Audience.from(said.event(), said.sequence()));
    }
}
