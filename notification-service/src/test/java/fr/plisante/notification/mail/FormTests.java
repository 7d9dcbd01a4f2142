package fr.plisante.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.plisante.notification.mail.Mail.Recipient;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again by the mail library. */
class FormTests {

    private static final String HOSTILE = "Léa\r\nBcc: x@example.test\r\n\r\n.\r\nMAIL FROM:<x@example.test>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bonjour Léa D’Aubigné 👩🏽‍⚕️\n\n-- \nune ligne avec une fin \nune = deux\tfin\t\n.\n..\n.fin",
                "",
                "a",
                "\n\n",
                ".",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé\nx"
            })
    void saysTheTextAsItIs(String text) throws Exception {
        var ready = FormFixture.form().of(mail("Léa", "s", text, "<p>" + text + "</p>"));
        var parts = (MimeMultipart) read(ready).getContent();

        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(text);
        assertThat(parts.getBodyPart(1).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo("<p>" + text + "</p>");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertHarmless(ready);
    }

    @Test
    void namesSenderAndRecipientAndNobodyElse() throws Exception {
        var ready = FormFixture.form().of(mail(HOSTILE, HOSTILE, HOSTILE, HOSTILE));
        var message = read(ready);

        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress())
                .isEqualTo("lea@courriel.example");
        assertThat(message.getFrom()[0]).hasToString("=?UTF-8?Q?Plisant=C3=A9?= <ne-pas-repondre@plisante.example>");
        assertThat(message.getSubject()).isEqualTo(OneLine.of(HOSTILE));
        assertThat(message.getMessageID()).isEqualTo("<1@x.example>");
        assertThat(message.getSentDate()).isNotNull();
        assertHarmless(ready);
    }

    @Test
    void encodesALongSubjectInLinesOfTheLengthAllowed() throws Exception {
        var subject = "é".repeat(70) + " " + "mot ".repeat(30);
        var ready = FormFixture.form().of(mail("é".repeat(150), subject, "t", "h"));

        assertThat(read(ready).getSubject()).isEqualTo(OneLine.of(subject));
        assertHarmless(ready);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lea", "lea@x.example\r\nRCPT TO:<x@example.test>", "lea@x.example> SIZE=1", "<a@b> c@d"})
    void takesNoAddressThatIsNone(String address) {
        var mail = new Mail("1@x.example", "notices", new Recipient("", address, Locale.FRANCE), "s", "t", "h");

        assertThatThrownBy(() -> FormFixture.form().of(mail)).isInstanceOf(AddressException.class);
    }

    @Test
    void writesNoSecondHeaderWhereOneIsWanted() {
        var to = new Recipient("", "lea@courriel.example", Locale.FRANCE);
        var mail = new Mail("1@x.example>\r\nBcc: <x@example.test", "notices", to, "s", "t", "h");

        assertThatThrownBy(() -> FormFixture.form().of(mail)).isInstanceOf(IllegalArgumentException.class);
    }

    /** As a relay wants it, and so that nothing in it ends the mail early. */
    private static void assertHarmless(Form.Ready ready) {
        assertThat(ready.content()).matches("([\\t -~]{0,998}\r\n)*");
        assertThat(ready.content().lines()).noneMatch(line -> line.startsWith("."));
        var body = ready.content().substring(ready.content().indexOf("\r\n\r\n"));
        assertThat(body.lines()).allMatch(line -> line.length() <= 76);
    }

    private static MimeMessage read(Form.Ready ready) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(ready.content().getBytes(StandardCharsets.US_ASCII)));
    }

    private static Mail mail(String name, String subject, String text, String html) {
        var to = new Recipient(name, "lea@courriel.example", Locale.FRANCE);
        return new Mail("1@x.example", "notices", to, subject, text, html);
    }
}
