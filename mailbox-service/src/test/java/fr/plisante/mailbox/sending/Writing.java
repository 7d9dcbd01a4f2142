package fr.plisante.mailbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.events.mailbox.EnvelopeSent;
import fr.plisante.mailbox.mailbox.Residents.Resident;
import fr.plisante.testkit.Calls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;

/** Writes and sends messages over HTTP. */
@TestComponent
public class Writing {

    private final Calls calls;

    Writing(Calls calls) {
        this.calls = calls;
    }

    public String draft(Resident from) {
        var created = calls.post(from.path("/drafts"), from.token(), Map.of());
        assertThat(created.status()).isEqualTo(201);
        return created.text("draftId");
    }

    public String upload(Resident from, String draftId, String name, byte[] content) {
        var uploadId = UUID.randomUUID().toString();
        var put = calls.send(
                "PUT",
                from.path("/drafts/" + draftId + "/uploads/" + uploadId + "?name="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8)),
                from.token(),
                "application/pdf",
                content);
        assertThat(put.status()).as(put.text("detail")).isBetween(200, 201);
        return uploadId;
    }

    public static Map<String, Object> message(
            String draftId, List<String> to, String subject, String html, List<String> uploads) {
        var message = new LinkedHashMap<String, Object>();
        message.put("draftId", draftId);
        message.put("to", to);
        message.put("cc", List.of());
        message.put("subject", subject);
        message.put("html", html);
        message.put("uploads", uploads);
        return message;
    }

    /** Sends a short message and answers its envelope id. */
    public String send(Resident from, Resident to, String subject) {
        var sent = calls.post(
                from.path("/envelopes"),
                from.token(),
                message(draft(from), List.of(to.address()), subject, "<p>Bonjour</p>", List.of()));
        assertThat(sent.status()).as(sent.text("detail")).isEqualTo(201);
        return sent.text("envelopeId");
    }

    /** What the outbox says of an envelope, as delivery hears it. */
    public static EnvelopeSent event(Resident from, String envelopeId) {
        return new EnvelopeSent(
                UUID.fromString(envelopeId),
                from.mailboxId(),
                "oc",
                null,
                from.address(),
                "Dr",
                "<x@y>",
                List.of(),
                1,
                0,
                Instant.now());
    }

    /** Reads an entry once it is there. */
    public Calls.Answer read(Resident reader, String entryId) {
        return await(
                () -> calls.get(reader.path("/entries/" + entryId), reader.token()), answer -> answer.status() == 200);
    }

    /** Asks again and again until the answer fits; fails after a minute. */
    public static <T> T await(Supplier<T> ask, Predicate<T> fits) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(ask::get, fits);
    }
}
