package fr.plisante.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The whole story by keyboard alone: nothing is out of reach, and one always sees where one is. */
class KeyboardIT {

    private static final String BOX = "Secrétariat de cardiologie";
    private static final String OBJECT = "Une lettre écrite sans souris";
    private static final int FAR = 60;

    @Test
    void nothingNeedsAMouse() {
        var product = Product.running();
        var person = product.secretaries().getFirst();
        try (var visitor = Visitor.french(product)) {
            var page = visitor.page();

            page.navigate("/");
            var before = product.mails().last(person.email());
            assertThat(page.locator("#username")).isFocused();
            page.keyboard().type(person.email());
            tabTo(page, page.locator("#password"));
            page.keyboard().type(person.password());
            page.keyboard().press("Enter");
            assertThat(page.locator("#code")).isFocused();
            page.keyboard().type(product.mails().code(before, person.email()));
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/reception"));
            tabTo(page, page.locator(".skip"));
            page.keyboard().press("Enter");
            assertThat(page.locator("#contenu")).isFocused();

            page.keyboard().press("c");
            assertThat(page.locator(".ProseMirror")).isVisible();
            assertThat(page.locator("#a")).isFocused();
            page.keyboard().press("Shift+Tab");
            assertThat(page.locator("[data-directory=a]")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("#annuaire #q")).isFocused();
            page.keyboard().type(person.familyName());
            tabTo(page, page.locator("#annuaire button[name=a][value='" + person.address() + "']"));
            page.keyboard().press("Enter");
            tabTo(page, page.locator("[data-validate]"));
            page.keyboard().press("Enter");
            assertThat(page.locator("#a")).isFocused();
            assertThat(page.locator("[data-people=to] .chip")).containsText(person.familyName());
            tabTo(page, page.locator("#objet"));
            page.keyboard().type(OBJECT);
            // The tools over the text are one stop.
            page.keyboard().press("Tab");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".editor-tools button").nth(1)).isFocused();
            tabTo(page, page.locator(".ProseMirror"));
            page.keyboard().type("Bonjour.");
            tabTo(page, page.locator("#fichiers"));
            // From here on it is the system's own window that answers.
            page.locator(":focus")
                    .setInputFiles(new FilePayload("avis.txt", "text/plain", "Avis".getBytes(StandardCharsets.UTF_8)));
            assertThat(page.locator(".card")).containsText("avis.txt");
            var notices = product.mails().last(person.email());
            tabTo(page, page.locator("button[value=envoyer]"));
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/envoyes"));
            assertThat(page.locator("#liste-titre")).isFocused();

            var notice = product.mails()
                    .after(notices, person.email(), mail -> mail.text().contains("/messages/"));
            page.navigate(notice.link(product.url()));
            assertThat(page.locator("h1#objet")).hasText(OBJECT);
            page.keyboard().press("u");
            page.waitForURL(Pattern.compile(".*/reception"));
            assertThat(page.locator(".row-link:focus")).containsText(OBJECT);
            page.keyboard().press("#");
            visitor.sees("Message mis à la corbeille.");
            assertThat(page.locator("#liste-titre")).isFocused();
            tabTo(page, page.locator(".notice button"));
            page.keyboard().press("Enter");
            visitor.sees("Message remis à sa place.");
            assertThat(page.locator("#liste-titre")).isFocused();
            page.keyboard().press("j");
            page.keyboard().press("o");
            assertThat(page.locator("h1#objet")).isFocused();
            page.keyboard().press("r");
            assertThat(page.locator(".ProseMirror")).isFocused();

            tabTo(page, page.locator("details.person > summary"));
            page.keyboard().press("Enter");
            tabTo(page, visitor.link(BOX));
            page.keyboard().press("Enter");
            assertThat(page.locator(".which")).containsText(BOX);
            page.waitForLoadState();

            // Single keys are shown, and can be turned off.
            page.keyboard().press("?");
            assertThat(page.locator("#raccourcis [data-shortcuts]")).isFocused();
            page.keyboard().press(" ");
            page.keyboard().press("Escape");
            page.keyboard().press("/");
            assertThat(page.locator("#recherche")).not().isFocused();

            tabTo(page, page.locator("details.person > summary"));
            page.keyboard().press("Enter");
            tabTo(page, visitor.button("Déconnexion"));
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/deconnecte"));
            visitor.seesNothingWrong();
        }
    }

    private static void tabTo(Page page, Locator wanted) {
        wanted.waitFor();
        for (var tabs = 0; tabs < FAR; tabs++) {
            page.keyboard().press("Tab");
            if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
                assertThat((String) wanted.evaluate("element => getComputedStyle(element).outlineStyle"))
                        .as("the ring around %s", wanted)
                        .isNotEqualTo("none");
                return;
            }
        }
        throw new AssertionError("Tab never comes to " + wanted);
    }
}
