package fr.plisante.directory.search;

import static fr.plisante.testkit.AnOrganisation.anOrganisation;
import static fr.plisante.testkit.OtherServices.publish;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.directory.RunningService;
import fr.plisante.events.directory.DirectoryEntryChanged;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the index does with records that it cannot read, and with those that tell it to forget. */
class FollowerIT extends RunningService {

    @Autowired
    CurrentIndex index;

    @Test
    void isNotReadyWhileARecordIsLeftOutAndDoesNotReadOnBehindIt() {
        var mailboxId = UUID.randomUUID();
        await().until(() -> readiness() == 200);

        var unreadable = publish(DirectoryEntryChanged.TOPIC, mailboxId, "{\"entryId\":1}");
        await().until(() -> readiness() == 503);
        var next = UUID.randomUUID();
        publish(account(next, "Derrière", "Line", false), 1);

        await().untilAsserted(() -> assertThat(found(calls, "derriere")).containsExactly(next.toString()));
        assertThat(readiness()).isEqualTo(503);
        await().untilAsserted(() -> assertThat(index.get().position().offsets())
                .containsEntry(unreadable.partition(), unreadable.offset()));

        publish(account(mailboxId, "Lisible", "Anne", false), 1);

        await().until(() -> readiness() == 200);
        await().untilAsserted(() -> assertThat(index.get().position().offsets().get(unreadable.partition()))
                .isGreaterThan(unreadable.offset()));
    }

    @Test
    void forgetsThePersonOfATombstone() {
        var mailboxId = UUID.randomUUID();
        var account = account(mailboxId, "Oubliée", "Nina", false);
        publish(account, 1);
        await().untilAsserted(() -> assertThat(found(calls, "oubliee")).containsExactly(mailboxId.toString()));

        publish(AccountValidated.TOPIC, account.accountId(), null);

        await().untilAsserted(() -> assertThat(found(calls, "oubliee")).isEmpty());
        // What was published stays in its document a moment longer.
        await().untilAsserted(() -> assertThat(database.getCollection("entries")
                        .find(new org.bson.Document("_id", mailboxId.toString()))
                        .first()
                        .toJson())
                .doesNotContain("Nina"));
        publish(account, 2);
        await().untilAsserted(() -> assertThat(found(calls, "oubliee")).containsExactly(mailboxId.toString()));
    }

    @Test
    void forgetsTheMailboxOfATombstone() {
        var mailboxId = UUID.randomUUID();
        publish(anOrganisation().withMailbox(mailboxId).named("Accueil oublié").build(), 1);
        await().untilAsserted(() -> assertThat(found(calls, "accueil oublie")).containsExactly(mailboxId.toString()));

        publish(MailboxGranted.TOPIC, mailboxId, null);

        await().untilAsserted(() -> assertThat(found(calls, "accueil oublie")).isEmpty());
    }

    private int readiness() {
        return calls.get("/actuator/health/readiness", TOKEN).status();
    }
}
