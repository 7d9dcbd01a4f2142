package fr.plisante.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.plisante.samples.SampleData;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An organisational mailbox: both members are told, both may read and answer, and the trace names the person. */
class SharedMailboxIT {

    private static final String BOX = "Secrétariat de cardiologie";
    private static final String OBJECT = "Demande d’avis – dossier à reprendre";

    @Test
    void bothMembersAreToldAndOneAnswersOnBehalfOfTheBox() {
        var product = Product.running();
        var sender = product.person("laetitia");
        var first = product.secretaries().getFirst();
        var second = product.secretaries().getLast();
        var beforeFirst = product.mails().last(first.email());
        var beforeSecond = product.mails().last(second.email());

        try (var writing = Visitor.french(product);
                var one = Visitor.french(product);
                var other = Visitor.french(product)) {
            writing.open("/", sender);
            writing.beginLetter();
            writing.page().locator("#a").fill(SampleData.secretariat() + ",");
            assertThat(writing.page().locator("[data-people=to]")).containsText(BOX);
            writing.page()
                    .getByLabel("Objet", new Page.GetByLabelOptions().setExact(true))
                    .fill(OBJECT);
            writing.page().locator(".ProseMirror").click();
            writing.page().keyboard().insertText("Pourriez-vous voir ce patient ?");
            writing.button("Envoyer").click();
            writing.page().waitForURL(Pattern.compile(".*/envoyes.*"));

            var noticeOne = product.mails()
                    .after(beforeFirst, first.email(), mail -> mail.text().contains("/messages/"));
            var noticeTwo = product.mails()
                    .after(beforeSecond, second.email(), mail -> mail.text().contains("/messages/"));
            assertThat(noticeOne.text()).contains(SampleData.secretariat());
            assertThat(noticeTwo.link(product.url())).isEqualTo(noticeOne.link(product.url()));

            // Changing the mailbox asks for no second sign-in.
            one.open("/", first);
            one.page().locator("details.person > summary").click();
            one.link(BOX).click();
            one.page()
                    .locator("a")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(OBJECT))
                    .first()
                    .click();
            one.button("Répondre").click();
            one.sees("Vous écrivez au nom de " + BOX);
            one.page().locator(".ProseMirror").press("Control+Home");
            one.page().keyboard().insertText("Nous le voyons mardi.");
            var answersBefore = product.mails().last(sender.email());
            one.button("Envoyer").click();
            one.page().waitForURL(Pattern.compile(".*/envoyes.*"));

            // The colleague sees who answered; the first sender sees the box and the person.
            other.open(noticeTwo.link(product.url()), second);
            assertThat(other.page().locator("h1#objet")).hasText(OBJECT);
            var answer = product.mails()
                    .after(answersBefore, sender.email(), mail -> mail.text().contains("/messages/"));
            writing.open(answer.link(product.url()), sender);
            assertThat(writing.page().locator("main")).containsText(BOX);
            assertThat(writing.page().locator("main")).containsText(first.familyName());
            writing.seesNothingWrong();
            one.seesNothingWrong();
        }
    }
}
