package fr.plisante.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.plisante.samples.SamplePerson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page: no violation that axe finds, no sideways scrolling, nothing the browser complains of, and a picture. */
class PagesIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @CsvSource({
        "fr-FR, 1366, LIGHT, laetitia",
        "fr-FR, 360, DARK, noemie",
        "en-GB, 360, LIGHT, anais",
        "en-GB, 1920, DARK, anais"
    })
    void everyPageIsAccessible(String locale, int width, ColorScheme scheme, String name) {
        var product = Product.running();
        var person = product.person(name);
        try (var visitor = Visitor.with(product, locale, width, scheme)) {
            var look =
                    locale.substring(0, 2) + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
            signedOutPages(visitor, product, person, look);
            for (var page : signedInPages(visitor, product, person).entrySet()) {
                visitor.page().navigate(page.getValue());
                inspect(visitor.page(), page.getKey(), look);
            }
            visitor.seesNothingWrong();
            rarePages(visitor, product, look);
        }
    }

    private static void signedOutPages(Visitor visitor, Product product, SamplePerson person, String look) {
        visitor.page().navigate("/");
        inspect(visitor.page(), "sign-in", look);
        visitor.page().locator("a[href*='reset-credentials']").click();
        visitor.page().waitForURL(url -> url.contains("reset-credentials"));
        inspect(visitor.page(), "forgotten-password", look);
        visitor.page().navigate("/");
        signIn(visitor, product, person, look);
    }

    /** One at a time: of two codes for one person, each could be taken for the other. */
    private static synchronized void signIn(Visitor visitor, Product product, SamplePerson person, String look) {
        var before = product.mails().last(person.email());
        visitor.password(person);
        inspect(visitor.page(), "code", look);
        visitor.page()
                .locator("input[autocomplete=one-time-code]")
                .fill(product.mails().code(before, person.email()));
        visitor.page().locator("#kc-login").click();
        visitor.page().waitForURL(url -> url.contains("/boites/"));
    }

    private static Map<String, String> signedInPages(Visitor visitor, Product product, SamplePerson person) {
        var inbox = visitor.page().url();
        var box = inbox.substring(0, inbox.lastIndexOf('/'));
        writeALetterToOneself(visitor, person);
        var letter = visitor.page().locator("a[href*='/messages/']").first().getAttribute("href");
        visitor.page().navigate(inbox);
        visitor.page().locator("form.new button").first().click();
        visitor.page().waitForURL(url -> url.contains("/brouillons/"));
        var pages = new LinkedHashMap<String, String>();
        pages.put("inbox", inbox);
        pages.put("sent", box + "/envoyes");
        pages.put("drafts", box + "/brouillons");
        pages.put("bin", box + "/corbeille");
        pages.put("letter", product.url() + letter);
        pages.put("compose", visitor.page().url());
        pages.put("directory", product.url() + "/annuaire?q=fict");
        pages.put("contact", product.url() + "/annuaire/personne?adresse=" + person.address());
        pages.put("account", product.url() + "/compte");
        pages.put("help", product.url() + "/aide");
        return pages;
    }

    /** What one sees when something is refused or over; the browser notes the refusals as errors. */
    private static void rarePages(Visitor visitor, Product product, String look) {
        var page = visitor.page();
        page.navigate("/");
        page.locator("form.new button").first().click();
        page.locator(".ProseMirror").waitFor();
        page.locator("#a").fill("pas-une-adresse,");
        page.locator(".chip.bad").waitFor();
        page.locator("button[value=envoyer]").click();
        page.locator("#problem").waitFor();
        inspect(page, "compose-refused", look);
        page.locator(".send-bar button[value=supprimer]").click();
        page.locator("main.confirm").waitFor();
        inspect(page, "confirm", look);
        var others = Map.of(
                "not-found", "/boites/00000000-0000-7000-8000-000000000000/reception",
                "signed-out", "/deconnecte",
                "sign-in-failed", "/connexion?echec",
                "expired-link", "/auth/realms/plisante/login-actions/action-token?key=x",
                "captured-mails", product.platform().url("smtp-sink").toString());
        others.forEach((name, address) -> {
            page.navigate(address);
            inspect(page, name, look);
        });
    }

    private static void writeALetterToOneself(Visitor visitor, SamplePerson person) {
        var page = visitor.page();
        page.locator("form.new button").first().click();
        page.waitForURL(url -> url.contains("/brouillons/"));
        page.locator(".ProseMirror").waitFor();
        page.locator("#a").fill(person.address() + ",");
        page.locator("#objet").fill("Une lettre à soi-même, d’un titre assez long pour ne pas tenir sur un téléphone");
        page.locator(".ProseMirror").click();
        page.keyboard().insertText("Bonjour.");
        page.locator("button[value=envoyer]").click();
        page.waitForURL(url -> url.contains("/envoyes"));
        page.locator("a[href*='/messages/']").first().waitFor();
    }

    private static void inspect(Page page, String name, String look) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + look + ".png")));
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s (%s) fits without sideways scrolling", name, look)
                .isTrue();
        // A letter's frame runs no script, so axe would wait for it for ever.
        var found =
                new AxeBuilder(page).withTags(RULES).exclude("iframe").analyze().getViolations();
        assertThat(found.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList())
                .as("axe on %s (%s)", name, look)
                .isEmpty();
    }
}
