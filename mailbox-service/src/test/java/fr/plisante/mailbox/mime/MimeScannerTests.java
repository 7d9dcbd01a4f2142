package fr.plisante.mailbox.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeScannerTests {

    @ParameterizedTest
    @ValueSource(strings = {"<p>Court</p>", "<p>L’été 😀   </p>\n\n<p>  à = bientôt\t</p>\n", ""})
    void findsWhatTheWriterWrote(String html) throws IOException {
        var out = new ByteArrayOutputStream();
        var written = MimeWriter.write(
                LetterFixture.letter(
                        "Objet é",
                        html,
                        LetterFixture.file("é".repeat(255)),
                        LetterFixture.file("vide", new byte[0]),
                        LetterFixture.file("a \"b\" \\ c.pdf", new byte[100])),
                out);

        assertThat(MimeScanner.scan(new ByteArrayInputStream(out.toByteArray())))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void readsMessagesOfOtherPrograms(String lineBreak) throws IOException {
        var message = """
                From: Ailleurs <x@ailleurs.example>
                Subject: =?ISO-8859-1?Q?=E9t=E9?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed;
                 boundary="outer"

                Preamble
                --outer
                Content-Type: multipart/related; boundary=outer-2

                --outer-2
                Content-Type: text/html; charset="iso-8859-1"
                Content-Transfer-Encoding: 8BIT

                <p>\u00e9t\u00e9</p>
                --outer-2
                Content-Type: image/png; name="=?UTF-8?B?w6l0w6kucG5n?="
                Content-Transfer-Encoding: base64

                AAEC
                AwQ=
                --outer-2--
                Epilogue
                --outer
                Content-Type: message/rfc822
                Content-Disposition: attachment

                Subject: inner

                --not a boundary
                --outer
                Content-Disposition: attachment; filename*=UTF-8''%C3%A9.txt

                last line
                --outer--
                """.replace("\n", lineBreak);

        var bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        var structure = MimeScanner.scan(new ByteArrayInputStream(bytes));

        assertThat(structure.size()).isEqualTo(bytes.length);
        assertThat(structure.parts())
                .extracting(MimePart::type)
                .containsExactly("text/html", "image/png", "message/rfc822", "text/plain");
        assertThat(structure.parts()).extracting(MimePart::name).containsExactly(null, "été.png", "", "é.txt");
        assertThat(MimeReader.text(
                        new ByteArrayInputStream(bytes), structure.parts().getFirst(), 1000))
                .isEqualTo("<p>été</p>");
        for (var part : structure.parts()) {
            var content = MimeReader.open(new ByteArrayInputStream(bytes), part).readAllBytes();
            assertThat(content).hasSize((int) part.size());
        }
        assertThat(MimeReader.open(
                                new ByteArrayInputStream(bytes),
                                structure.parts().get(1))
                        .readAllBytes())
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void readsAMessageOfOnePart() throws IOException {
        var bytes = "Subject: x\r\n\r\nBonjour\r\n".getBytes(StandardCharsets.US_ASCII);

        var structure = MimeScanner.scan(new ByteArrayInputStream(bytes));

        assertThat(structure.parts()).containsExactly(new MimePart(1, "text/plain", null, null, 9, "7bit", 14, 9));
    }

    @Test
    void readsWhatWasCut() throws IOException {
        var bytes =
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nBonj".getBytes(StandardCharsets.US_ASCII);

        var part = MimeScanner.scan(new ByteArrayInputStream(bytes)).parts().getFirst();

        assertThat(MimeReader.text(new ByteArrayInputStream(bytes), part, 100)).isEqualTo("Bonj");
    }

    @Test
    void refusesWhatWouldTakeAllMemory() {
        var headers = "X: " + "a".repeat(300_000);
        var nested = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }

        for (var bomb : new String[] {
            headers, nested.toString(), "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n\n".repeat(1100)
        }) {
            assertThatThrownBy(
                            () -> MimeScanner.scan(new ByteArrayInputStream(bomb.getBytes(StandardCharsets.US_ASCII))))
                    .isInstanceOf(IOException.class);
        }
    }
}
