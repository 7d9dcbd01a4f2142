package fr.plisante.mailbox.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.events.Workplace;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.mailbox.Calls;
import fr.plisante.mailbox.RunningMailbox;
import fr.plisante.mailbox.Stored;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
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

    @Autowired
    private Producer<String, byte[]> producer;

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
    void closesTheMailboxOfATombstoneAndKeepsItsKey() throws Exception {
        var jeanne = residents.someone("Jeanne", "Partie");
        var office = residents.organisation(jeanne);

        forget(AccountValidated.TOPIC, jeanne.accountId());
        forget(MailboxGranted.TOPIC, office.mailboxId());

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

    private void forget(String topic, UUID key) throws Exception {
        producer.send(new ProducerRecord<>(topic, key.toString(), null)).get();
    }

    private static MailboxGranted granted(UUID mailboxId, UUID... members) {
        return new MailboxGranted(
                mailboxId,
                "oc",
                "accueil." + mailboxId + "@ch-exemple.oc.mssante.example",
                "Accueil",
                new Workplace(null, "CH Exemple", null, null, null, null),
                false,
                true,
                List.of(members));
    }

    private int status(UUID mailboxId, Residents.Resident resident) {
        return calls.get("/api/mailbox/mailboxes/" + mailboxId, resident.token())
                .status();
    }
}
