package fr.plisante.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import fr.plisante.samples.SampleData;
import fr.plisante.samples.SamplePerson;
import fr.plisante.samples.SignIn;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a doctor waits for, in a real browser: from the click to the inbox, and from the click on a row to the message
 * and to its body. Looks at a product that runs already, so that two versions are measured by the same program.
 */
final class Pages {

    private static final int WARM_UP = 5;

    /** Time until the answer was there, until the page was built, and until something could be seen, in ms. */
    private static final String PAGE_TIMES = """
            () => {
              const page = performance.getEntriesByType('navigation')[0];
              const paint = performance.getEntriesByName('first-contentful-paint')[0];
              return [page.responseEnd, page.domContentLoadedEventEnd, paint ? paint.startTime : page.loadEventEnd];
            }""";

    /** Clicks the row with this number; time until another message stands there, and until its body is shown, in ms. */
    private static final String OPEN_ROW = """
            row => new Promise(done => {
              const before = document.querySelector('#lecture h1');
              const start = performance.now();
              const seen = new MutationObserver(() => {
                const title = document.querySelector('#lecture h1');
                if (!title || title === before) return;
                seen.disconnect();
                const shown = performance.now() - start;
                const frame = document.querySelector('#lecture iframe.body');
                if (!frame) return done([shown, shown]);
                frame.addEventListener('load', () => done([shown, performance.now() - start]), {once: true});
              });
              seen.observe(document.body, {childList: true, subtree: true});
              document.querySelectorAll('.row-link')[row].click();
            })""";

    private Pages() {}

    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("bench/run pages PUBLIC-URL SINK-URL [times]");
        }
        var origin = URI.create(arguments[0]);
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 50;
        var person = SampleData.people().stream()
                .filter(one -> !one.administrator())
                .findFirst()
                .orElseThrow();
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = chromium(playwright)) {
            measure(signedIn(browser, origin, URI.create(arguments[1]), person), times);
        }
    }

    private static Browser chromium(Playwright playwright) {
        var options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu"));
        Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }

    private static Page signedIn(Browser browser, URI origin, URI sink, SamplePerson person) {
        var session = new SignIn(origin, sink).as(person.email(), person.password());
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(origin.toString())
                .setLocale("fr-FR")
                .setViewportSize(1366, 768));
        context.addCookies(Arrays.stream(session.cookie().split("; "))
                .map(one -> one.split("=", 2))
                .map(one -> new Cookie(one[0], one[1]).setUrl(origin.toString()))
                .toList());
        return context.newPage();
    }

    private static void measure(Page page, int times) {
        page.navigate("/");
        page.waitForSelector(".row-link");
        var inbox = page.url();
        var rows = Math.min(10, page.locator(".row-link").count());
        var lists = new ArrayList<List<Number>>();
        var messages = new ArrayList<List<Number>>();
        for (int i = 0; i < times + WARM_UP; i++) {
            page.navigate(inbox);
            var list = numbers(page.evaluate(PAGE_TIMES));
            var message = numbers(page.evaluate(OPEN_ROW, i % rows));
            if (i >= WARM_UP) {
                lists.add(list);
                messages.add(message);
            }
        }
        Stage.say("%d times, %d rows".formatted(times, rows));
        print("inbox: answer", lists, 0);
        print("inbox: page built", lists, 1);
        print("inbox: first paint", lists, 2);
        print("message: shown", messages, 0);
        print("message: body shown", messages, 1);
    }

    @SuppressWarnings("unchecked") // Playwright gives a JavaScript array of numbers so.
    private static List<Number> numbers(Object answer) {
        return (List<Number>) answer;
    }

    private static void print(String name, List<List<Number>> measured, int which) {
        Stage.say("%-20s ms %s"
                .formatted(
                        name,
                        Stage.percentiles(
                                measured.stream().map(one -> one.get(which)).toList())));
    }
}
