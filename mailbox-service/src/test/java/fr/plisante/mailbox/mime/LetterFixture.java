package fr.plisante.mailbox.mime;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

final class LetterFixture {

    static final MimeLetter.Person CAMILLE =
            new MimeLetter.Person("Camille EXEMPLE", "camille.exemple@medecin.oc.mssante.example");
    static final MimeLetter.Person HELENE =
            new MimeLetter.Person("Hélène \"Lène\" L’ÉTÉ, Dr 😀", "helene.lete@infirmier.oc.mssante.example");

    private LetterFixture() {}

    static MimeLetter letter(String object, String html, MimeLetter.Attachment... attachments) {
        return new MimeLetter(
                "<0199@plisante.example>",
                Instant.parse("2026-11-21T17:04:05Z"),
                CAMILLE,
                List.of(HELENE),
                List.of(CAMILLE),
                object,
                html,
                LetterText.of(html),
                "<first@plisante.example>",
                List.of("<zero@plisante.example>", "<first@plisante.example>"),
                List.of(attachments));
    }

    static MimeLetter.Attachment file(String name, byte[] content) {
        return new MimeLetter.Attachment(
                name, "application/pdf", content.length, () -> new ByteArrayInputStream(content));
    }

    static MimeLetter.Attachment file(String name) {
        return file(name, ("Contenu de " + name).getBytes(StandardCharsets.UTF_8));
    }
}
