package fr.plisante.webmail;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The draft is saved while it is typed, and nothing typed is lost: in two tabs, offline, signed out. */
class SaverIT {

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
    void savesWhatIsTypedAndTellsWhen() {
        tab.subject().fill("Avis pour un patient");

        assertThat(tab.state()).hasText(Pattern.compile("Brouillon enregistré à \\d\\d:\\d\\d"));
        assertThat(tab.saved("subject")).isEqualTo("Avis pour un patient");
    }

    @Test
    void keepsMineAfterAnotherTabHasSaved() {
        var other = tab.second();
        tab.subject().fill("Écrit dans le premier onglet");
        tab.waitUntilSaved("Écrit dans le premier onglet");

        other.subject().fill("Écrit dans le second onglet");
        assertThat(other.problem()).containsText("autre fenêtre");
        assertThat(other.subject()).hasValue("Écrit dans le second onglet");
        assertThat(tab.saved("subject")).isEqualTo("Écrit dans le premier onglet");

        other.button("Garder ma version").click();
        assertThat(other.problem()).isHidden();
        assertThat(other.state()).containsText("Brouillon enregistré");
        assertThat(tab.saved("subject")).isEqualTo("Écrit dans le second onglet");
    }

    @Test
    void takesTheOtherTabsTextInsteadOfMine() {
        var other = tab.second();
        tab.subject().fill("Écrit dans le premier onglet");
        tab.waitUntilSaved("Écrit dans le premier onglet");
        other.subject().fill("Écrit dans le second onglet");

        other.button("Reprendre l’autre version").click();

        assertThat(other.subject()).hasValue("Écrit dans le premier onglet");
        assertThat(other.problem()).isHidden();
    }

    @Test
    void sendsNothingOverAnotherTabsText() {
        var other = tab.second();
        tab.subject().fill("Écrit dans le premier onglet");
        tab.waitUntilSaved("Écrit dans le premier onglet");
        other.subject().fill("Écrit dans le second onglet");

        other.button("Envoyer").click();

        assertThat(other.problem()).containsText("autre fenêtre");
        assertThat(webmail.services.asked).noneMatch(asked -> asked.path().equals(ComposeTab.ENVELOPES_API));
    }

    @Test
    void sendsNothingOverWhatWasWrittenElsewhereWhileThisTabWasIdle() {
        var other = tab.second();
        tab.subject().fill("Écrit dans le premier onglet");
        tab.waitUntilSaved("Écrit dans le premier onglet");

        other.button("Envoyer").click();

        assertThat(other.problem()).containsText("autre fenêtre");
        assertThat(webmail.services.asked).noneMatch(asked -> asked.path().equals(ComposeTab.ENVELOPES_API));
    }

    @Test
    void savesWhatWasTypedOfflineOnceTheConnectionIsBack() {
        tab.browser.setOffline(true);
        tab.subject().fill("Écrit hors ligne");
        assertThat(tab.state()).containsText("Hors ligne");

        tab.browser.setOffline(false);

        assertThat(tab.state()).containsText("Brouillon enregistré");
        assertThat(tab.saved("subject")).isEqualTo("Écrit hors ligne");
    }

    @Test
    void keepsTheTextWhenTheSessionHasEnded() {
        tab.answer(ComposeTab.DRAFT_API, route -> route.fulfill(new Route.FulfillOptions().setStatus(401)));
        tab.subject().fill("Écrit sans session");
        assertThat(tab.problem()).containsText("Votre session a pris fin");
        assertThat(tab.subject()).hasValue("Écrit sans session");

        // Signed in again in another tab, and back in this one.
        tab.answerAsUsual(ComposeTab.DRAFT_API);
        tab.page.evaluate("dispatchEvent(new Event('focus'))");

        assertThat(tab.problem()).isHidden();
        assertThat(tab.state()).containsText("Brouillon enregistré");
        assertThat(tab.saved("subject")).isEqualTo("Écrit sans session");
    }

    @Test
    void triesAgainByItselfWhenTheServiceDoesNotAnswer() {
        tab.answer(ComposeTab.DRAFT_API, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        tab.subject().fill("Écrit pendant une panne");
        assertThat(tab.state()).containsText("Pas encore enregistré");

        tab.answerAsUsual(ComposeTab.DRAFT_API);

        assertThat(tab.state()).containsText("Brouillon enregistré");
        assertThat(tab.saved("subject")).isEqualTo("Écrit pendant une panne");
    }

    @Test
    void asksOneThingAtATimeSoThatATabIsNeverItsOwnRival() {
        var held = new ConcurrentLinkedQueue<Route>();
        tab.answer(ComposeTab.DRAFT_API, held::add);
        tab.subject().fill("Premier état");
        tab.page.waitForCondition(() -> !held.isEmpty());

        tab.subject().fill("Second état");
        tab.button("Enregistrer comme brouillon").click();
        // All that the page had to do by now is done; a second call would be among those held.
        tab.page.evaluate("() => new Promise(done => setTimeout(done, 0))");
        assertThat(held).hasSize(1);

        tab.answerAsUsual(ComposeTab.DRAFT_API);
        tab.pass(held.remove());
        assertThat(tab.state()).containsText("Brouillon enregistré");
        tab.waitUntilSaved("Second état");
        assertThat(tab.problem()).isHidden();
    }
}
