package fr.plisante.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The main job: a sealed envelope from one professional to another, and the answer. */
class SendAndReadEnvelopeIT {

    private static final String OBJECT = "Compte rendu d’échographie – Mme Éléonore Ça";
    private static final String WORDS = "Chère consœur, l’examen est normal : à revoir dans 6 mois. œ Œ ÿ « ç »";
    private static final double SLOW_MS = 60_000;

    @Test
    void aLetterGoesToAColleagueAndItsAnswerComesBack() throws Exception {
        var product = Product.running();
        var francois = product.person("francois");
        var noemie = product.person("noemie");
        var scan = new byte[8 * 1024 * 1024];
        new Random(42).nextBytes(scan);
        var noticesBefore = product.mails().last(noemie.email());

        try (var sender = Visitor.french(product);
                var reader = Visitor.french(product)) {
            // Strong sign-in, directory, compose with an attachment, send.
            sender.openAsStranger("/", francois);
            sender.beginLetter();
            sender.link("Choisir les destinataires dans l’annuaire").click();
            var picker = sender.page().locator("dialog#annuaire");
            picker.locator("input[name=q]").fill(noemie.familyName());
            var row = picker.getByRole(AriaRole.LISTITEM)
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(noemie.address()))
                    .first();
            row.getByRole(AriaRole.BUTTON).first().click();
            picker.getByRole(
                            AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Valider"))
                    .click();
            sender.page()
                    .getByLabel("Objet", new Page.GetByLabelOptions().setExact(true))
                    .fill(OBJECT);
            sender.page().locator(".ProseMirror").click();
            sender.page().keyboard().insertText(WORDS);
            sender.page()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("échographie – août.bin", "application/octet-stream", scan));
            assertThat(sender.page().locator("[data-uploads] progress"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(SLOW_MS));
            assertThat(sender.page().locator("[data-uploads] li")).containsText("8,4 Mo");
            sender.button("Envoyer").click();
            sender.page().waitForURL(Pattern.compile(".*/envoyes.*"));
            sender.sees(OBJECT);

            // The notice on an ordinary address: who and where, not a word of content.
            var notice = product.mails()
                    .after(noticesBefore, noemie.email(), mail -> mail.text().contains("/messages/"));
            assertThat(notice.text()).contains(francois.familyName()).contains(noemie.address());
            assertThat(notice.subject() + notice.text() + notice.html())
                    .doesNotContain("chographie")
                    .doesNotContain("consœur");

            // Its link leads through the sign-in to the letter.
            reader.openAsStranger(notice.link(product.url()), noemie);
            assertThat(reader.page().locator("h1#objet")).hasText(OBJECT);
            assertThat(reader.page().frameLocator("iframe.body").locator("body"))
                    .containsText(WORDS);
            var download = reader.page()
                    .waitForDownload(() -> reader.link("échographie – août.bin").click());
            assertThat(download.suggestedFilename()).isEqualTo("échographie – août.bin");
            assertThat(sha256(Files.readAllBytes(download.path()))).isEqualTo(sha256(scan));

            // The answer, with the letter quoted.
            var answersBefore = product.mails().last(francois.email());
            reader.button("Répondre").click();
            assertThat(reader.page().locator(".ProseMirror blockquote")).containsText(WORDS);
            reader.page().locator(".ProseMirror").press("Control+Home");
            reader.page().keyboard().insertText("Merci, bien reçu. ");
            reader.button("Envoyer").click();
            reader.page().waitForURL(Pattern.compile(".*/envoyes.*"));
            reader.sees("Re: " + OBJECT);

            // The first sender sees receipts, then the answer.
            var back = product.mails()
                    .after(answersBefore, francois.email(), mail -> mail.text().contains("/messages/"));
            sender.page()
                    .locator("a")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(OBJECT))
                    .first()
                    .click();
            assertThat(sender.page().locator("details.receipts summary")).containsText("Lu");
            sender.page().locator("details.receipts summary").click();
            assertThat(sender.page().locator("details.receipts table")).containsText("échographie – août.bin");
            sender.open(back.link(product.url()), francois);
            assertThat(sender.page().frameLocator("iframe.body").locator("body"))
                    .containsText("Merci, bien reçu.");
            assertThat(sender.page().frameLocator("iframe.body").locator("blockquote"))
                    .containsText(WORDS);

            sender.signOut();
            sender.page().navigate("/");
            assertThat(sender.page().url()).contains("/auth/realms/plisante");
            sender.seesNothingWrong();
            reader.seesNothingWrong();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
