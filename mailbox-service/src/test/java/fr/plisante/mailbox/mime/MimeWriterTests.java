package fr.plisante.mailbox.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeWriterTests {

    private static final String HTML = "<p>Chère consœur,</p><p>L’été 😀 arrive : <b>à bientôt</b>.</p>\n<p>مرحبا</p>";

    @Test
    void writesHeadersThatAnotherLibraryReadsTheSame() throws Exception {
        var message = parse(bytes(MessageFixture.message("Élève n° 3 — compte rendu d’été 😀", HTML)));

        assertThat(message.getSubject()).isEqualTo("Élève n° 3 — compte rendu d’été 😀");
        assertThat(message.getMessageID()).isEqualTo("<0199@plisante.example>");
        assertThat(message.getSentDate()).isEqualTo("2026-11-21T17:04:05Z");
        assertThat(message.getHeader("In-Reply-To", null)).isEqualTo("<first@plisante.example>");
        assertThat(message.getHeader("References", null).split("\\s+"))
                .containsExactly("<zero@plisante.example>", "<first@plisante.example>");
        var to = (InternetAddress) message.getRecipients(MimeMessage.RecipientType.TO)[0];
        assertThat(to.getPersonal()).isEqualTo(MessageFixture.HELENE.name());
        assertThat(to.getAddress()).isEqualTo(MessageFixture.HELENE.address());
        assertThat(message.getRecipients(MimeMessage.RecipientType.CC)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Compte rendu",
                "",
                " ",
                "=?UTF-8?Q?faux?=",
                "tab\tand bell \u0007",
                "مرحبا بالعالم",
                "\u202egnp.exe",
                "Avec: deux-points, virgules; et \"guillemets\"",
                "très très très très très très très très très très très très très très très très très long objet"
            })
    void keepsEverySubject(String subject) throws Exception {
        var message = parse(bytes(MessageFixture.message(subject, HTML)));

        assertThat(message.getSubject().strip()).isEqualTo(subject.strip());
    }

    @Test
    void writesTextAndHtmlAsAlternatives() throws Exception {
        var alternative = (MimeMultipart)
                parse(bytes(MessageFixture.message("Objet", HTML))).getContent();

        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(alternative.getBodyPart(0).getContent().toString()).contains("L’été 😀 arrive : à bientôt.");
        assertThat(alternative.getBodyPart(1).getContent().toString()).isEqualTo(HTML.replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compte-rendu.pdf",
                "Hélène & l’été 😀.pdf",
                "../../etc/passwd",
                "C:\\dossier\\\"fichier\".pdf",
                "\u202egnp.exe",
                "مستند.pdf",
                "tab\tand bell \u0007.pdf"
            })
    void keepsEveryFileName(String name) throws Exception {
        var mixed = (MimeMultipart) parse(bytes(MessageFixture.message("Objet", HTML, MessageFixture.file(name))))
                .getContent();

        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "漢", "😀"})
    void keepsFileNamesOf255CharactersOnShortLines(String character) throws Exception {
        var name = character.repeat(255 / character.length());
        var bytes = bytes(MessageFixture.message("Objet", HTML, MessageFixture.file(name)));

        var mixed = (MimeMultipart) parse(bytes).getContent();
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo(name);
        assertThat(new String(bytes, StandardCharsets.US_ASCII).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(200));
    }

    @Test
    void findsEachPartAgain() throws Exception {
        var out = new ByteArrayOutputStream();
        var empty = MessageFixture.file("vide.txt", new byte[0]);
        var written = new MimeWriter();
        written.write(
                MessageFixture.message(
                        "Objet", HTML, MessageFixture.file("un.pdf"), empty, MessageFixture.file("é.pdf")),
                out);

        assertThat(written.size()).isEqualTo(out.size());
        var parts = written.parts();
        assertThat(parts).extracting(MimePart::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(parts).extracting(MimePart::name).containsExactly(null, null, "un.pdf", "vide.txt", "é.pdf");
        var html = parts.get(1);
        assertThat(html.type()).isEqualTo("text/html");
        assertThat(MimeReader.text(stream(out), html, 100_000)).isEqualTo(HTML.replace("\n", "\r\n"));
        assertThat(read(out, parts.get(2))).isEqualTo("Contenu de un.pdf");
        assertThat(read(out, parts.get(3))).isEmpty();
        assertThat(read(out, parts.get(4))).isEqualTo("Contenu de é.pdf");
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        var message = MessageFixture.message("Objet", HTML, MessageFixture.file("un.pdf"));

        assertThat(bytes(message)).isEqualTo(bytes(message));
    }

    @Test
    void streamsLargeAttachments(@TempDir Path folder) throws Exception {
        var size = 8L * 1024 * 1024 + 1;
        var large = new OutgoingMessage.Attachment("irm.dcm", "application/dicom", size, () -> random(size));
        var file = folder.resolve("message");
        var written = new MimeWriter();
        try (var out = Files.newOutputStream(file)) {
            written.write(MessageFixture.message("IRM", HTML, large), out);
        }

        var part = written.parts().get(2);
        assertThat(part.size()).isEqualTo(size);
        assertThat(sha256(MimeReader.open(Files.newInputStream(file), part))).isEqualTo(sha256(random(size)));
        assertThat(written.size()).isGreaterThan(Files.size(file) - 1).isLessThan(size * 14 / 10);
    }

    @Test
    void refusesAnAttachmentThatIsShorterThanSaid() {
        var cut = new OutgoingMessage.Attachment("cut", "text/plain", 10, () -> new ByteArrayInputStream(new byte[9]));

        assertThatThrownBy(() ->
                        new MimeWriter().write(MessageFixture.message("x", HTML, cut), OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x@y.example", "a\nb", "a\rb", "a\0b"})
    void letsNobodyForgeAHeader(String value) {
        assertThatThrownBy(() -> MessageFixture.message(value, HTML)).isInstanceOf(UnsafeHeader.class);
        assertThatThrownBy(() -> MessageFixture.file(value)).isInstanceOf(UnsafeHeader.class);
        assertThatThrownBy(() -> new OutgoingMessage.Person(value, "x@y.example"))
                .isInstanceOf(UnsafeHeader.class);
        assertThatThrownBy(() -> new OutgoingMessage.Person("X", value)).isInstanceOf(UnsafeHeader.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"message/rfc822", "multipart/mixed", "text/plain; x=\"y", "pas un type", "é/à"})
    void declaresOddTypesAsBytes(String type) throws Exception {
        var odd = new OutgoingMessage.Attachment("x", type, 3, () -> new ByteArrayInputStream("abc".getBytes()));
        var mixed = (MimeMultipart)
                parse(bytes(MessageFixture.message("x", HTML, odd))).getContent();

        assertThat(mixed.getBodyPart(1).getContentType()).isIn("application/octet-stream", "text/plain");
    }

    private static byte[] bytes(OutgoingMessage message) throws IOException {
        var out = new ByteArrayOutputStream();
        new MimeWriter().write(message, out);
        return out.toByteArray();
    }

    private static MimeMessage parse(byte[] message) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
    }

    private static InputStream stream(ByteArrayOutputStream out) {
        return new ByteArrayInputStream(out.toByteArray());
    }

    private static String read(ByteArrayOutputStream out, MimePart part) throws IOException {
        return new String(MimeReader.open(stream(out), part).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static InputStream random(long size) {
        var random = new Random(7);
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? random.nextInt(256) : -1;
            }
        };
    }

    private static String sha256(InputStream in) throws Exception {
        try (var digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        }
    }
}
