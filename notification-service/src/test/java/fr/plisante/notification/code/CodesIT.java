package fr.plisante.notification.code;

import static fr.plisante.testkit.OtherServices.message;
import static fr.plisante.testkit.OtherServices.publish;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.events.auth.OneTimeCodeIssued;
import fr.plisante.notification.RunningService;
import fr.plisante.testkit.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class CodesIT extends RunningService {

    private final String signInId = UUID.randomUUID().toString();
    private final String email = "lea." + signInId + "@courriel.example";

    @Test
    void mailsACodeOnceAndKeepsNoSecret() {
        var event = message(issued(TestKeys.ofThisJvm().sealedCode("510762", signInId), Duration.ofMinutes(10)), 1);
        publish(event, event);
        publish(event);

        await().untilAsserted(() -> assertThat(stored()).containsEntry("state", "DELIVERED"));
        assertThat(only(email).subject()).isEqualTo("Votre code d’accès à Plisanté\u00A0: 510762");
        assertThat(only(email).header("List-Id")).isEqualTo("<codes.plisante.example>");
        assertThat(stored()).doesNotContainKey("sealedCode");
    }

    @Test
    void doesNotSendAnExpiredCode() {
        publish(issued(TestKeys.ofThisJvm().sealedCode("510762", signInId), Duration.ofSeconds(-1)), 1);

        await().untilAsserted(() -> assertThat(stored()).containsEntry("state", "EXPIRED"));
        assertThat(SINK.mailsTo(email)).isEmpty();
    }

    @Test
    void doesNotOpenACodeOfAnotherSignIn() {
        publish(issued(TestKeys.ofThisJvm().sealedCode("510762", "another"), Duration.ofMinutes(10)), 1);

        await().untilAsserted(() -> assertThat(stored()).containsEntry("state", "FAILED"));
        assertThat(SINK.mailsTo(email)).isEmpty();
    }

    @Test
    void comesAgainWhenTheRelayAsksFor() {
        var later = "later." + signInId + "@courriel.example";
        publish(issued(later, TestKeys.ofThisJvm().sealedCode("510762", signInId), Duration.ofMinutes(10)), 1);

        await().untilAsserted(() -> only(later));
    }

    private OneTimeCodeIssued issued(String sealed, Duration validity) {
        return issued(email, sealed, validity);
    }

    private OneTimeCodeIssued issued(String address, String sealed, Duration validity) {
        var now = Instant.now();
        return new OneTimeCodeIssued(
                signInId, UUID.randomUUID(), "oc", address, "fr", "Europe/Paris", sealed, now, now.plus(validity));
    }

    private Document stored() {
        var found =
                collection("codeMails").find(new Document("signInId", signInId)).first();
        return found == null ? new Document() : found;
    }
}
