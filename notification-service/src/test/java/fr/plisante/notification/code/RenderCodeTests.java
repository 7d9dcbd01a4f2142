package fr.plisante.notification.code;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.notification.code.CodeMail.State;
import fr.plisante.notification.mail.LayoutFixture;
import fr.plisante.notification.mail.Mail;
import fr.plisante.starter.store.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RenderCodeTests {

    @Test
    void showsTheCodeInBodyAndSubject() throws IOException {
        var mail = render(true).mail(codeFor("fr"), "510762");

        assertThat(mail.subject()).isEqualTo("Votre code d’accès à Plisanté\u00A0: 510762");
        assertThat(mail.html()).contains("510\u00A0762");
        assertSameAsGolden(mail, "code-fr");
    }

    @Test
    void saysItInEnglish() throws IOException {
        var mail = render(true).mail(codeFor("en"), "510762");

        assertThat(mail.subject()).isEqualTo("Your Plisanté access code: 510762");
        assertSameAsGolden(mail, "code-en");
    }

    @Test
    void leavesTheCodeOutOfTheSubjectWhereThatIsWanted() {
        assertThat(render(false).mail(codeFor("fr"), "510762").subject()).isEqualTo("Votre code d’accès à Plisanté");
    }

    @Test
    void isNeverPrintedByAccident() {
        assertThat(render(true).mail(codeFor("fr"), "510762").toString()).doesNotContain("510762");
    }

    private static RenderCode render(boolean inSubject) {
        var settings = new CodeSettings(1, 1, Duration.ofSeconds(1), Duration.ofDays(1), inSubject, Path.of("none"));
        return new RenderCode(LayoutFixture.layout(), settings);
    }

    private static CodeMail codeFor(String language) {
        return new CodeMail(
                UUID.randomUUID(),
                "sign-in",
                UUID.randomUUID(),
                "lea@courriel.example",
                language,
                "Indian/Reunion",
                "sealed",
                Instant.parse("2026-11-22T08:15:00Z"),
                State.PENDING,
                null,
                Lease.dueAt(Instant.EPOCH));
    }

    private static void assertSameAsGolden(Mail mail, String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve(name + ".html"), mail.html());
        Files.writeString(folder.resolve(name + ".txt"), mail.text());
        assertThat(mail.text())
                .isEqualTo(Files.readString(Path.of("src", "test", "resources", "mails", name + ".txt")));
    }
}
