package fr.plisante.mailbox.mailbox;

import static fr.plisante.testkit.AnOrganisation.anOrganisation;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.Stored;
import fr.plisante.testkit.Calls;
import fr.plisante.testkit.OtherServices;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningMailbox
class OpenMailboxIT {

    @Autowired
    private Calls calls;

    @Autowired
    private Residents residents;

    @Autowired
    private OpenMailbox openMailbox;

    @Autowired
    private Stored stored;

    @Autowired
    private Mailboxes mailboxes;

    @Test
    void followsTheLatestMembersWhateverTheOrder() {
        var jeanne = residents.someone("Jeanne", "Martin");
        var paul = residents.someone("Paul", "Martin");
        var mailboxId = UUID.randomUUID();

        openMailbox.open(granted(mailboxId, paul.accountId()), 3);
        openMailbox.open(granted(mailboxId, jeanne.accountId(), paul.accountId()), 2);
        openMailbox.open(granted(mailboxId, paul.accountId()), 3);

        assertThat(status(mailboxId, paul)).isEqualTo(200);
        assertThat(status(mailboxId, jeanne)).isEqualTo(404);
        openMailbox.open(granted(mailboxId, jeanne.accountId()), 4);
        assertThat(status(mailboxId, paul)).isEqualTo(404);
        assertThat(status(mailboxId, jeanne)).isEqualTo(200);
    }

    @Test
    void keepsTheKeyWhenItIsToldAgain() {
        var jeanne = residents.someone("Jeanne", "Petit");
        var mailboxId = UUID.randomUUID();
        openMailbox.open(granted(mailboxId, jeanne.accountId()), 1);
        var key = Stored.wrappedKey(stored.mailbox(mailboxId));

        openMailbox.open(granted(mailboxId, jeanne.accountId()), 2);

        assertThat(key).isNotNull().isEqualTo(Stored.wrappedKey(stored.mailbox(mailboxId)));
    }

    @Test
    void closesTheMailboxOfATombstoneAndKeepsItsKey() {
        var jeanne = residents.someone("Jeanne", "Partie");
        var office = residents.organisation(jeanne);

        OtherServices.publish(AccountValidated.TOPIC, jeanne.accountId(), null);
        OtherServices.publish(MailboxGranted.TOPIC, office.mailboxId(), null);

        for (var mailboxId : List.of(jeanne.mailboxId(), office.mailboxId())) {
            Awaitility.await()
                    .untilAsserted(() -> assertThat(status(mailboxId, jeanne)).isEqualTo(404));
            assertThat(Stored.wrappedKey(stored.mailbox(mailboxId))).isNotNull();
            assertThat(mailboxes.find(mailboxId).orElseThrow().open()).isFalse();
        }
        openMailbox.open(granted(office.mailboxId(), jeanne.accountId()), 2);
        assertThat(status(office.mailboxId(), jeanne)).isEqualTo(200);
    }

    @Test
    void opensAMailboxOfAKindThatOnlyANewerVersionKnows() {
        var kim = residents.someone("Kim", "Nouveau", "AGENT");

        assertThat(status(kim.mailboxId(), kim)).isEqualTo(200);
        assertThat(stored.mailbox(kim.mailboxId())).containsEntry("kind", "AGENT");
    }

    @Test
    void listsOnesOwnMailboxBeforeThoseOneShares() {
        var jeanne = residents.someone("Zoé", "Martin");
        var office = residents.organisation(jeanne);

        var mine = calls.get("/api/mailbox/mailboxes", jeanne.token()).body().path("items");

        assertThat(mine).hasSize(2);
        assertThat(mine.path(0).path("own").asBoolean()).isTrue();
        assertThat(mine.path(1).path("mailboxId").asString())
                .isEqualTo(office.mailboxId().toString());
        assertThat(mine.path(1).path("kind").asString()).isEqualTo("ORG");
    }

    private static MailboxGranted granted(UUID mailboxId, UUID... members) {
        return anOrganisation().withMailbox(mailboxId).of(List.of(members)).build();
    }

    private int status(UUID mailboxId, Residents.Resident resident) {
        return calls.get("/api/mailbox/mailboxes/" + mailboxId, resident.token())
                .status();
    }
}
