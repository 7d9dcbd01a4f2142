package fr.plisante.directory;

import static fr.plisante.testkit.AnAccount.anAccount;
import static fr.plisante.testkit.OtherServices.publish;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.events.Forgotten;
import fr.plisante.events.registration.AccountValidated;
import fr.plisante.testkit.StoredDocument;
import java.util.UUID;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

/** A document of the first release is read and changed by today's code. */
class StoredDocumentsIT extends RunningService {

    private static final UUID ACCOUNT = UUID.fromString("019ab000-0000-7000-8000-000000000201");
    private static final UUID ENTRY = UUID.fromString("019ab000-0000-7000-8000-000000000202");

    @Test
    void takesOverANewerStateAndErasesNothing() {
        var entry = StoredDocument.put(database, "entries-2026-11");

        publish(
                anAccount()
                        .of(ACCOUNT)
                        .withMailbox(ENTRY)
                        .named("Claire", "Nouvelle")
                        .build(),
                3);

        await().untilAsserted(() -> assertThat(
                        entry.now().getDocument("state").getString("name").getValue())
                .isEqualTo("Nouvelle"));
        assertThat(entry.now().getDocument("outgoing").getNumber("version").longValue())
                .isEqualTo(3);
        assertThat(entry.erased()).isEmpty();
    }

    @Test
    void forgetsWhatItSaidOfAPersonAndErasesNothingElse() {
        var entry = StoredDocument.put(database, "entries-2026-11");

        publish(new Forgotten(AccountValidated.class, ACCOUNT.toString(), "oc"), 4);

        await().untilAsserted(() -> assertThat(entry.now()).doesNotContainKeys("state", "accountId"));
        assertThat(entry.now()).containsEntry("onlyANewerVersionKnows", new BsonString("kept"));
    }
}
