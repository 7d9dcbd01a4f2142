package fr.plisante.webmail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.plisante.testkit.Chromium;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The page on which a message is written, with its scripts, in a tab of its own; calls of the scripts reach the double. */
final class ComposeTab implements AutoCloseable {

    static final String DRAFT_API = "/api/mailbox/mailboxes/" + StoredMail.OWN + "/drafts/" + StoredMail.DRAFT;
    static final String ENVELOPES_API = "/api/mailbox/mailboxes/" + StoredMail.OWN + "/envelopes";

    private static final String PAGE = "/boites/" + StoredMail.OWN + "/brouillons/" + StoredMail.DRAFT;

    final BrowserContext browser;
    final Page page;
    private final RunningWebmail webmail;

    /** A tab on the draft of the double, in a browser that is signed in as the doctor. */
    ComposeTab(RunningWebmail webmail) {
        this.webmail = webmail;
        browser = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(webmail.address)
                        .setLocale("fr-FR")
                        .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + webmail.tokens.doctor())));
        // The gateway would lead these calls to the services.
        browser.route("**/api/**", this::pass);
        page = open();
    }

    private ComposeTab(ComposeTab first) {
        browser = first.browser;
        webmail = first.webmail;
        page = open();
    }

    /** The same draft in a second tab of the same browser. */
    ComposeTab second() {
        return new ComposeTab(this);
    }

    private Page open() {
        var tab = browser.newPage();
        tab.navigate(PAGE);
        tab.locator(".ProseMirror").waitFor();
        return tab;
    }

    /** Lets a call reach the double. */
    void pass(Route route) {
        var url = route.request().url();
        route.resume(
                new Route.ResumeOptions().setUrl(webmail.services.address() + url.substring(webmail.address.length())));
    }

    /** Answers calls to a path as a test wants it, instead of the double. */
    void answer(String path, Consumer<Route> how) {
        browser.route(Pattern.compile(Pattern.quote(path) + "(\\?.*)?$"), how);
    }

    /** Lets calls to a path reach the double again. */
    void answerAsUsual(String path) {
        browser.unroute(Pattern.compile(Pattern.quote(path) + "(\\?.*)?$"));
    }

    Locator subject() {
        return page.getByLabel("Objet", new Page.GetByLabelOptions().setExact(true));
    }

    Locator to() {
        return page.locator("[data-people=to] input");
    }

    /** The line that always tells the state. */
    Locator state() {
        return page.locator(".state");
    }

    Locator problem() {
        return page.getByRole(AriaRole.ALERT);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The names of the people written to, as their chips say them. */
    Locator chips() {
        return page.locator("[data-people=to] .chip");
    }

    /** The attachments. */
    Locator cards() {
        return page.locator("[data-uploads] .card");
    }

    void attach(String name, byte[] content) {
        page.setInputFiles("input[type=file]", new FilePayload(name, "text/plain", content));
    }

    /** What the draft of the double holds. */
    String saved(String property) {
        return String.valueOf(Objects.requireNonNull(webmail.services.mail.drafts.get(StoredMail.DRAFT))
                .get(property));
    }

    /** Waits until the draft of the double has this subject. */
    void waitUntilSaved(String subject) {
        page.waitForCondition(() -> saved("subject").equals(subject));
    }

    @Override
    public void close() {
        browser.close();
    }
}
