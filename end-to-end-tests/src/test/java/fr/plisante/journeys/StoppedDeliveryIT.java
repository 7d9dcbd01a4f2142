package fr.plisante.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import fr.plisante.samples.SamplePerson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kafka is down, so nothing is delivered: whoever sends notices nothing but a word in Messages envoyés. */
class StoppedDeliveryIT {

    private static final String KAFKA = "kafka";
    private static final String WORDS = "Le rendez-vous est avancé à mardi.";
    /** The page once waited six seconds for delivery; one that leaves at once takes one or two on a busy machine. */
    private static final Duration AT_ONCE = Duration.ofSeconds(4);

    /** Consumers come back, and a page that is open for over a minute asks once a minute. */
    private static final double LOOKS_AGAIN_MS = 120_000;

    private final Product product = Product.running();
    private final String before = "Avant la panne " + UUID.randomUUID();
    private final String during = "Pendant la panne " + UUID.randomUUID();

    @AfterEach
    void goOn() {
        if (!product.platform().isRunning(KAFKA)) {
            product.platform().start(KAFKA);
        }
    }

    @Test
    void theMessageStandsInSentAtOnceAndArrivesOnceWhenDeliveryGoesOn() {
        var sender = product.person("laetitia");
        var reader = product.person("noemie");
        try (var writing = Visitor.french(product);
                var reading = Visitor.french(product)) {
            writing.open("/", sender);
            reading.open("/", reader);
            write(writing, reader, before);
            writing.button("Envoyer").click();
            assertThat(row(writing, before)).containsText("Remis à 1 sur 1");
            var notices = product.mails().last(reader.email());

            write(writing, reader, during);
            var drafts = drafts(writing);
            product.platform().kill9(KAFKA);
            var pressed = Instant.now();
            writing.button("Envoyer").click();
            writing.page().waitForURL(Pattern.compile(".*/envoyes.*"));
            assertThat(row(writing, during)).containsText("En cours de remise");
            assertThat(Duration.between(pressed, Instant.now())).isLessThan(AT_ONCE);
            writing.picture("delivery-stopped-list");

            // It is in Sent and in no other place, and first of its list.
            assertThat(subjects(writing).subList(0, 2)).containsExactly(during, before);
            var links = links(writing);
            assertThat(links).doesNotHaveDuplicates();
            assertThat(drafts(writing)).isEqualTo(drafts - 1);
            assertThat(writing.page().locator("#places a[aria-current=page]")).containsText("Envoyés");

            row(writing, during).locator(".row-link").click();
            assertThat(writing.page().locator("h1#objet")).hasText(during);
            assertThat(writing.page().locator("#state-reader")).hasText("En cours de remise");
            assertThat(writing.page().frameLocator("iframe.body").locator("body"))
                    .containsText(WORDS);
            writing.page().locator("details.receipts summary").click();
            assertThat(writing.page().locator("details.receipts tbody tr")).hasCount(1);
            assertThat(writing.page().locator("details.receipts tbody")).containsText("En cours de remise");
            writing.picture("delivery-stopped-message");
            reading.page().reload();
            assertThat(row(reading, before)).hasCount(1);
            assertThat(row(reading, during)).hasCount(0);

            product.platform().start(KAFKA);
            // The page that stands open says so by itself, in the list and beside it.
            assertThat(writing.page().locator("#state-reader"))
                    .hasText("Remis à 1 sur 1", new LocatorAssertions.HasTextOptions().setTimeout(LOOKS_AGAIN_MS));
            assertThat(writing.page().locator("details.receipts tbody")).not().containsText("En cours de remise");
            assertThat(row(writing, during)).containsText("Remis à 1 sur 1");
            assertThat(links(writing)).isEqualTo(links);
            writing.picture("delivery-goes-on");
            writing.page().reload();
            assertThat(writing.page().locator("h1#objet")).hasText(during);
            writing.page().locator("#places a[href$=envoyes]").click();
            assertThat(row(writing, during)).containsText("Remis à 1 sur 1");
            assertThat(links(writing)).isEqualTo(links);

            product.mails().after(notices, reader.email(), mail -> mail.text().contains("/messages/"));
            reading.page().reload();
            assertThat(row(reading, during)).hasCount(1);
            assertThat(subjects(reading).subList(0, 2)).containsExactly(during, before);
            assertThat(product.mails().list(reader.email(), notices).stream()
                            .filter(mail -> mail.text().contains("/messages/")))
                    .hasSize(1);
            writing.seesNothingWrong();
            reading.seesNothingWrong();
        }
    }

    private static void write(Visitor writing, SamplePerson to, String subject) {
        writing.beginLetter();
        writing.page().locator("#a").fill(to.address() + ",");
        assertThat(writing.page().locator("[data-people=to] .chip")).containsText(to.familyName());
        writing.page()
                .getByLabel("Objet", new Page.GetByLabelOptions().setExact(true))
                .fill(subject);
        writing.page().locator(".ProseMirror").click();
        writing.page().keyboard().insertText(WORDS);
    }

    private static Locator row(Visitor visitor, String subject) {
        return visitor.page().locator("#liste .row").filter(new Locator.FilterOptions().setHasText(subject));
    }

    private static List<String> subjects(Visitor visitor) {
        return visitor.page().locator("#liste bdi.subject").allTextContents();
    }

    /** Where the rows of the list lead, in their order. */
    private static List<String> links(Visitor visitor) {
        return visitor.page().locator("#liste .row-link").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    /** How many drafts the page counts. */
    private static int drafts(Visitor visitor) {
        return visitor.page().locator("#places a[href$=brouillons] .count").allTextContents().stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
