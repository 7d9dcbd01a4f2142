package fr.plisante.mailbox.mime;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

final class MessageFixture {

    static final OutgoingMessage.Person CAMILLE =
            new OutgoingMessage.Person("Camille EXEMPLE", "camille.exemple@medecin.oc.mssante.example");
    static final OutgoingMessage.Person HELENE =
            new OutgoingMessage.Person("Hélène \"Lène\" L’ÉTÉ, Dr 😀", "helene.lete@infirmier.oc.mssante.example");

    private MessageFixture() {}

    static OutgoingMessage message(String subject, String html, OutgoingMessage.Attachment... attachments) {
        return new OutgoingMessage(
                "<0199@plisante.example>",
                Instant.parse("2026-11-21T17:04:05Z"),
                CAMILLE,
                List.of(HELENE),
                List.of(CAMILLE),
                subject,
                html,
                MessageText.of(html),
                "<first@plisante.example>",
                List.of("<zero@plisante.example>", "<first@plisante.example>"),
                List.of(attachments));
    }

    static OutgoingMessage.Attachment file(String name, byte[] content) {
        return new OutgoingMessage.Attachment(
                name, "application/pdf", content.length, () -> new ByteArrayInputStream(content));
    }

    static OutgoingMessage.Attachment file(String name) {
        return file(name, ("Contenu de " + name).getBytes(StandardCharsets.UTF_8));
    }
}
