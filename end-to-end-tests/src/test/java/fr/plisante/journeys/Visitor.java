package fr.plisante.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import fr.plisante.samples.SamplePerson;
import fr.plisante.testkit.Chromium;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A person at a browser of their own. */
final class Visitor implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final AtomicInteger LAST = new AtomicInteger();
    /** By ordinary address: a journey that is not about signing in goes on with the session of an earlier one. */
    private static final Map<String, List<Cookie>> SESSIONS = new ConcurrentHashMap<>();

    private static final double PATIENCE_MS = 30_000;

    private final Product product;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(Product product, Browser.NewContextOptions options) {
        this.product = product;
        this.context = Chromium.browser()
                .newContext(options.setBaseURL(product.url())
                        .setAcceptDownloads(true)
                        .setTimezoneId("Europe/Paris"));
        context.setDefaultTimeout(PATIENCE_MS);
        context.setDefaultNavigationTimeout(PATIENCE_MS);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Visitor french(Product product) {
        return new Visitor(
                product, new Browser.NewContextOptions().setLocale("fr-FR").setViewportSize(1366, 768));
    }

    /** In a browser that runs no script: every page works all the same. */
    static Visitor withoutScripts(Product product, String locale) {
        return new Visitor(
                product,
                new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setViewportSize(1366, 768)
                        .setJavaScriptEnabled(false));
    }

    static Visitor with(Product product, String locale, int width, ColorScheme scheme) {
        return new Visitor(
                product,
                new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setViewportSize(width, width < 500 ? 740 : 900)
                        .setColorScheme(scheme)
                        // axe brings a script of its own into the page.
                        .setBypassCSP(true));
    }

    Page page() {
        return page;
    }

    /** What the visitor sees now, into target/screenshots. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    /** Pastes formatted text where one writes, as the browser hands it over. */
    void paste(String html) {
        page.locator(".ProseMirror").evaluate("""
                (editor, html) => {
                  const clipboard = new DataTransfer();
                  clipboard.setData('text/html', html);
                  editor.focus();
                  editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
                }""", html);
    }

    /** What the browser complained of: blocked scripts, failed requests, errors of ours. */
    List<String> complaints() {
        return complaints;
    }

    /** Opens a page as somebody who has signed in at this browser before, or signs in now. */
    Visitor open(String path, SamplePerson person) {
        if (context.cookies().isEmpty()) {
            context.addCookies(SESSIONS.getOrDefault(person.email(), List.of()));
        }
        page.navigate(path);
        if (page.url().contains("/auth/realms/")) {
            signIn(person);
            SESSIONS.put(person.email(), context.cookies());
        }
        return this;
    }

    /** Opens a page at a browser that knows nobody, where the way to it leads through the sign-in. */
    Visitor openAsStranger(String path, SamplePerson person) {
        page.navigate(path);
        signIn(person);
        return this;
    }

    /** Fills in the sign-in pages: password, then the e-mailed code. */
    void signIn(SamplePerson person) {
        var before = product.mails().last(person.email());
        password(person);
        page.locator("input[autocomplete=one-time-code]").fill(product.mails().code(before, person.email()));
        page.locator("#kc-login").click();
        page.waitForURL(url -> !url.contains("/auth/realms/"));
    }

    void password(SamplePerson person) {
        page.locator("input[autocomplete=username]").fill(person.email());
        page.locator("input[autocomplete=current-password]").fill(person.password());
        page.locator("#kc-login").click();
    }

    /** Opens a new letter; the page works before its scripts have come, but then in another way. */
    void beginLetter() {
        button("Nouveau message").click();
        assertThat(page.locator(".ProseMirror")).isVisible();
    }

    Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** The first thing that a keyboard user does on every page. */
    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    void signOut() {
        page.locator("details.person > summary").click();
        button("Déconnexion").click();
        page.waitForURL(url -> !url.contains("/boites/"));
    }

    void seesNothingWrong() {
        org.assertj.core.api.Assertions.assertThat(complaints).isEmpty();
    }

    /** Waits until a text stands on the page. */
    void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    @Override
    public void close() {
        // The last thing the visitor saw: what one looks at first when a journey fails.
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve("last-" + LAST.incrementAndGet() + ".png")));
        context.close();
    }
}
