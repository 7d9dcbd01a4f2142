package fr.plisante.webmail;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attachments are sent to the draft when they are chosen; what fails can be tried again, and nothing is sent without it. */
class UploadsIT {

    private static final byte[] CONTENT = "Compte rendu".getBytes(StandardCharsets.UTF_8);
    private static final Pattern UPLOADS = Pattern.compile(Pattern.quote(ComposeTab.DRAFT_API) + "/uploads/.*");

    private RunningWebmail webmail;
    private ComposeTab tab;

    @BeforeEach
    void write() throws IOException {
        webmail = RunningWebmail.afresh();
        tab = new ComposeTab(webmail);
    }

    @AfterEach
    void close() {
        tab.close();
    }

    @Test
    void sendsAnUploadThatFailedAtTheSecondTry() {
        tab.browser.route(UPLOADS, Route::abort);
        tab.attach("compte-rendu.txt", CONTENT);
        assertThat(tab.cards()).containsText("Ajout interrompu");

        tab.button("Envoyer").click();
        assertThat(tab.page.locator("[data-fault=fichiers]")).containsText("réessayez ou retirez-la");
        assertThat(sent()).isEmpty();

        tab.browser.unroute(UPLOADS);
        tab.cards()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Essayer"))
                .click();
        assertUploaded(tab.cards());

        tab.button("Envoyer").click();
        tab.page.waitForURL("**/envoyes**");
        assertThat(sent()).singleElement().asString().contains("\"uploads\":[\"");
    }

    @Test
    void saysWhatTheServiceRefused() {
        tab.browser.route(
                UPLOADS,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(413)
                        .setContentType("application/problem+json")
                        .setBody("{\"status\":413,\"detail\":\"Le message dépasserait 25 Mo.\"}")));

        tab.attach("compte-rendu.txt", CONTENT);

        assertThat(tab.cards()).containsText("Le message dépasserait 25 Mo.");
    }

    @Test
    void asksNobodyAboutAnEmptyFile() {
        tab.attach("vide.txt", new byte[0]);

        assertThat(tab.cards()).containsText("Ce fichier est vide");
        assertThat(webmail.services.asked).noneMatch(asked -> asked.method().equals("PUT"));
    }

    @Test
    void asksNobodyAboutWhatIsTooLargeAndTakesWhatFitsAfterwards() {
        tab.page.evaluate("""
                () => {
                  const files = new DataTransfer();
                  files.items.add(new File([new Uint8Array(25000001)], 'radio.dcm'));
                  const input = document.querySelector('input[type=file]');
                  input.files = files.files;
                  input.dispatchEvent(new Event('change'));
                }""");
        assertThat(tab.cards()).containsText("Dépasse la limite de 25");

        tab.attach("compte-rendu.txt", CONTENT);

        assertUploaded(tab.cards().last());
        assertThat(webmail.services.asked.stream()
                        .filter(asked -> asked.method().equals("PUT")))
                .hasSize(1);
    }

    @Test
    void waitsWithSendingForAnUploadUnderWay() {
        var held = new ConcurrentLinkedQueue<Route>();
        tab.browser.route(UPLOADS, held::add);
        tab.attach("compte-rendu.txt", CONTENT);
        tab.page.waitForCondition(() -> !held.isEmpty());

        tab.button("Envoyer").click();
        assertThat(tab.state()).containsText("Envoi dès que les pièces jointes sont ajoutées");
        assertThat(sent()).isEmpty();

        tab.pass(held.remove());
        tab.page.waitForURL("**/envoyes**");
        assertThat(sent()).singleElement().asString().contains("\"uploads\":[\"");
    }

    @Test
    void sendsOneFileAfterTheOther() {
        var held = new ConcurrentLinkedQueue<Route>();
        tab.browser.route(UPLOADS, held::add);
        tab.attach("un.txt", CONTENT);
        tab.attach("deux.txt", CONTENT);
        tab.page.waitForCondition(() -> !held.isEmpty());
        tab.page.evaluate("() => new Promise(done => setTimeout(done, 0))");
        assertThat(held).hasSize(1);

        tab.browser.unroute(UPLOADS);
        tab.pass(held.remove());

        assertUploaded(tab.cards().last());
        assertUploaded(tab.cards().first());
    }

    @Test
    void forgetsAnUploadThatWasRemovedUnderWay() {
        var held = new ConcurrentLinkedQueue<Route>();
        tab.browser.route(UPLOADS, held::add);
        tab.attach("compte-rendu.txt", CONTENT);
        tab.page.waitForCondition(() -> !held.isEmpty());

        tab.button("Retirer compte-rendu.txt").click();
        assertThat(tab.cards()).hasCount(0);
        assertThat(tab.page.locator("[data-gauge]")).containsText("0 octet");

        tab.button("Envoyer").click();
        tab.page.waitForURL("**/envoyes**");
        assertThat(sent()).singleElement().asString().contains("\"uploads\":[]");
    }

    private static void assertUploaded(Locator card) {
        assertThat(card.locator("progress")).hasCount(0);
        assertThat(card).containsText("12 octets");
    }

    private List<String> sent() {
        return webmail.services.asked.stream()
                .filter(asked -> asked.path().equals(ComposeTab.ENVELOPES_API))
                .map(FakeServices.Asked::body)
                .toList();
    }
}
