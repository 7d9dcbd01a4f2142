package fr.plisante.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.plisante.notification.mail.LayoutFixture;
import fr.plisante.notification.mail.Mail;
import fr.plisante.notification.notice.PasswordLinksClient.PasswordLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

class RenderNoticeTests {

    private static final UUID MAILBOX = UUID.fromString("018f0000-0000-7000-8000-00000000000b");
    private static final Instant MORNING = Instant.parse("2026-11-22T08:05:00Z");

    private final Audiences audiences = mock();
    private final PasswordLinksClient links = mock();
    private final RenderNotice render = new RenderNotice(LayoutFixture.layout(), audiences, links);

    @Test
    void tellsWhoWroteWhereAndWhenInFrench() throws Exception {
        var mail = render.mail(messageFrom("Dr Jean Martin"), PersonFixture.in("fr", "Europe/Paris"));

        assertThat(mail.subject()).isEqualTo("Nouveau message de Dr Jean Martin");
        assertSameAsGolden(mail, "notice-fr");
    }

    @Test
    void tellsTheSameInEnglishAtTheTimeOfCayenne() throws Exception {
        var mail = render.mail(messageFrom("Dr Jean Martin"), PersonFixture.in("en", "America/Cayenne"));

        assertThat(mail.subject()).isEqualTo("New message from Dr Jean Martin");
        assertSameAsGolden(mail, "notice-en");
    }

    @Test
    void namesTheOrganisationalMailbox() throws Exception {
        when(audiences.find(any()))
                .thenReturn(Map.of(MAILBOX, new Audience(MAILBOX, 1, "oc", "Secrétariat Cardiologie", List.of())));

        var mail = render.mail(messageFrom("Dr Jean Martin"), PersonFixture.in("fr", "Europe/Paris"));

        assertThat(mail.text())
                .contains("Boîte\u00A0: Secrétariat Cardiologie <lea.daubigne@medecin.oc.mssante.example>");
    }

    @Test
    void welcomesWithALinkToChooseAPassword() throws Exception {
        when(links.create(any())).thenReturn(new PasswordLink("https://messagerie.example/auth/x?key=1&y=2", MORNING));

        assertSameAsGolden(render.mail(welcome(), PersonFixture.in("fr", "Europe/Paris")), "welcome-fr");
        assertSameAsGolden(render.mail(welcome(), PersonFixture.in("en", "Europe/Paris")), "welcome-en");
    }

    @Test
    void showsAHostileNameHarmlessly() throws Exception {
        var mail = render.mail(
                messageFrom("<script>alert(1)</script>\r\nBcc: x@example.test"),
                person("A\r\nBcc: y@example.test", "B"));

        assertThat(mail.html()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(mail.subject()).doesNotContain("\r", "\n");
        assertThat(mail.text()).contains("Bonjour A Bcc: y@example.test B,");
    }

    @Test
    void keepsItsMessageIdHoweverOftenItIsRendered() throws Exception {
        var notice = messageFrom("Dr Jean Martin");

        assertThat(render.mail(notice, PersonFixture.in("fr", "Europe/Paris")).messageId())
                .isEqualTo(render.mail(notice, PersonFixture.in("fr", "Europe/Paris"))
                        .messageId())
                .isEqualTo(notice.noticeId() + "@notices.plisante.example");
    }

    private static Person person(String givenName, String familyName) {
        return PersonFixture.named(givenName, familyName, "fr", "Europe/Paris");
    }

    private static Notice messageFrom(String name) {
        return Notice.ofEnvelope(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "oc",
                new Notice.Envelope(
                        MAILBOX,
                        "received:018f0000-0000-7000-8000-0000000000ee",
                        "lea.daubigne@medecin.oc.mssante.example",
                        name,
                        "jean.martin@medecin.oc.mssante.example",
                        MORNING),
                MORNING);
    }

    private static Notice welcome() {
        return Notice.ofWelcome(UUID.randomUUID(), UUID.randomUUID(), "oc", MORNING);
    }

    /** The rendered mails are left in target/mails to be looked at; the texts are compared whole. */
    private static void assertSameAsGolden(Mail mail, String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve(name + ".html"), mail.html());
        Files.writeString(folder.resolve(name + ".txt"), mail.text());
        var golden = Files.readString(Path.of("src", "test", "resources", "mails", name + ".txt"));
        assertThat(mail.text()).isEqualTo(golden);
        assertThat(textOf(mail.html())).containsSubsequence(wordsOf(golden));
    }

    private static String textOf(String html) {
        return HtmlUtils.htmlUnescape(
                html.replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]+>", " "));
    }

    /** What the text says after the heading, the HTML says in the same order. */
    private static List<String> wordsOf(String text) {
        return text.lines()
                .flatMap(line -> List.of(line.split("\u00A0?: ", 2)).stream())
                .map(part -> part.replaceFirst("\u00A0?:$", "").strip())
                .filter(part -> part.length() > 2 && !part.startsWith("--"))
                .filter(part -> !part.equals("https://messagerie.example"))
                .toList();
    }
}
