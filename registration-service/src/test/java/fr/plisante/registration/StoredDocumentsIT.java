package fr.plisante.registration;

import static fr.plisante.registration.Requests.ADMIN_OC;
import static fr.plisante.registration.Requests.doctor;
import static fr.plisante.registration.Requests.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import fr.plisante.events.registration.MailboxGranted;
import fr.plisante.testkit.PublishedEvents;
import fr.plisante.testkit.StoredDocument;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents of the first release are read and changed by today's code. */
@RunningRegistration
class StoredDocumentsIT {

    @Autowired
    Requests requests;

    @Autowired
    MongoDatabase database;

    private static final String ACCOUNTS = "/api/registration/accounts";

    /** What the sample account was created from. */
    private static final Map<String, Object> ACCOUNT = Map.ofEntries(
            Map.entry("familyName", "Ancienne"),
            Map.entry("givenName", "Solène"),
            Map.entry("civility", "DR"),
            Map.entry("kind", "PER"),
            Map.entry("professionCode", "10"),
            Map.entry("specialityCode", "SM54"),
            Map.entry("nationalIdentifier", Map.of("type", "RPPS", "value", "10999000010")),
            Map.entry("email", "solene.ancienne@example.test"),
            Map.entry("regionId", "oc"),
            Map.entry("language", "fr"),
            Map.entry("structureId", "0198c5a0-0000-7000-8000-0000000000aa"),
            Map.entry("structure", "Cabinet des Lilas"),
            Map.entry("street", "1 rue des Lilas"),
            Map.entry("postalCode", "31000"),
            Map.entry("city", "Toulouse"),
            Map.entry("redList", false),
            Map.entry("dematerialised", true),
            Map.entry("roles", List.of("region-administrator")));

    @Test
    void knowsARepeatedRequestByItsFingerprint() {
        var account = StoredDocument.put(database, "accounts-2026-11").before();
        var key = UUID.fromString(account.getString("acceptedAs").getValue());

        var repeated = requests.post(ACCOUNTS, ADMIN_OC, key, ACCOUNT);
        var changed = requests.post(ACCOUNTS, ADMIN_OC, key, with(ACCOUNT, "city", "Nîmes"));

        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.text("accountId"))
                .isEqualTo(account.getString("_id").getValue());
        assertThat(repeated.text("address")).isEqualTo("solene.ancienne@medecin.oc.mssante.example");
        assertThat(changed.text("code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void givesAReservedAddressToTheSameRequest() {
        var address = StoredDocument.put(database, "addresses-2026-11").before();
        var key = UUID.fromString(address.getString("reservedFor").getValue());
        var request = with(with(ACCOUNT, "givenName", "Solange"), "email", "solange@example.test");

        var created = requests.post(ACCOUNTS, ADMIN_OC, key, request);

        assertThat(created.text("address")).isEqualTo(address.getString("_id").getValue());
    }

    @Test
    void changesAMailboxAndErasesNothing() {
        StoredDocument.put(database, "accounts-2026-11");
        var mailbox = StoredDocument.put(database, "mailboxes-2026-11");
        var mailboxId = mailbox.before().getString("_id").getValue();
        var member = requests.post(ACCOUNTS, ADMIN_OC, UUID.randomUUID(), doctor("Nouvelle", "Membre"))
                .text("accountId");

        var changed = requests.put(
                "/api/registration/mailboxes/" + mailboxId + "/members", ADMIN_OC, Map.of("members", List.of(member)));

        assertThat(changed.body().path("version").asLong()).isEqualTo(2);
        assertThat(PublishedEvents.of(MailboxGranted.TOPIC, mailboxId, 1)
                        .getLast()
                        .sequence())
                .isEqualTo(2);
        assertThat(mailbox.now().getDocument("state").getArray("members")).containsExactly(new BsonString(member));
        assertThat(mailbox.erased()).isEmpty();
    }
}
