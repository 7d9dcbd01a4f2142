package fr.plisante.webmail;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The fields of people: what is typed or pasted becomes people, each told apart, or says why it cannot be reached. */
class PeopleIT {

    /** A typed text and the addresses in it; ComposeFormTests holds the Java side to the same cases. */
    record Case(String typed, List<String> addresses) {}

    private RunningWebmail webmail;
    private ComposeTab tab;

    static Stream<Case> cases() throws IOException {
        try (var file = Objects.requireNonNull(PeopleIT.class.getResourceAsStream("/addresses.json"))) {
            return Stream.of(new JsonMapper().readValue(file, Case[].class));
        }
    }

    @BeforeEach
    void write() throws IOException {
        webmail = RunningWebmail.afresh();
        webmail.services.mail.drafts.get(StoredMail.DRAFT).put("to", List.of());
        tab = new ComposeTab(webmail);
    }

    @AfterEach
    void close() {
        tab.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheAddressesThatThePageWithoutScriptsFinds(Case one) {
        tab.to().evaluate("""
                        (field, typed) => {
                          const clipboard = new DataTransfer();
                          clipboard.setData('text', typed);
                          const paste = new ClipboardEvent('paste', {clipboardData: clipboard, bubbles: true, cancelable: true});
                          if (field.dispatchEvent(paste)) field.value = typed;
                        }""", one.typed());
        tab.to().press("Enter");

        assertThat(tab.chips()).hasCount(one.addresses().size());
        assertThat(tab.chips().all().stream().map(chip -> chip.getAttribute("title")))
                .containsExactlyElementsOf(one.addresses());
    }

    @Test
    void saysWhyAPersonCannotBeReachedAndSendsNothing() {
        tab.to().fill("quelquun@ailleurs.example");
        tab.to().press("Enter");
        assertThat(tab.chips()).containsText("Autre opérateur");

        tab.button("Envoyer").click();

        assertThat(tab.problem()).containsText("quelquun@ailleurs.example");
        assertThat(webmail.services.asked).noneMatch(asked -> asked.path().equals(ComposeTab.ENVELOPES_API));
    }

    @Test
    void tellsTwoPeopleOfOneNameApart() {
        webmail.services.mail.contacts.person(
                "geriatre", "Martin", "Camille", "Médecin", "Gériatrie", "Cabinet A", "Nîmes");
        webmail.services.mail.contacts.person(
                "dermato", "Martin", "Camille", "Médecin", "Dermatologie", "Cabinet B", "Nîmes");
        tab.to().fill("camille.geriatre@medecin.oc.mssante.example,");
        tab.to().fill("camille.dermato@medecin.oc.mssante.example,");

        assertThat(tab.chips()).hasCount(2);
        assertThat(tab.chips().first().locator(".telling")).hasText("Gériatrie");
        assertThat(tab.chips().last().locator(".telling")).hasText("Dermatologie");
    }

    @Test
    void namesThePersonAloneOnceTheNamesakeIsRemoved() {
        webmail.services.mail.contacts.person(
                "geriatre", "Martin", "Camille", "Médecin", "Gériatrie", "Cabinet A", "Nîmes");
        webmail.services.mail.contacts.person(
                "dermato", "Martin", "Camille", "Médecin", "Dermatologie", "Cabinet B", "Nîmes");
        tab.to().fill("camille.geriatre@medecin.oc.mssante.example,");
        tab.to().fill("camille.dermato@medecin.oc.mssante.example,");
        assertThat(tab.chips().first().locator(".telling")).hasCount(1);

        tab.to().press("Backspace");

        assertThat(tab.chips()).hasCount(1);
        assertThat(tab.chips().locator(".telling")).hasCount(0);
    }

    @Test
    void addsThePersonChosenFromTheDirectoryByKeyboard() {
        tab.to().pressSequentially("mart");
        var first = tab.page.getByRole(AriaRole.OPTION).first();
        first.waitFor();
        var name = first.locator("bdi").first().innerText();

        tab.to().press("ArrowDown");
        tab.to().press("Enter");

        assertThat(tab.chips()).hasCount(1);
        assertThat(tab.chips().locator("bdi").first()).hasText(name);
        assertThat(tab.to()).hasValue("");
    }

    @Test
    void keepsNobodyTwice() {
        tab.to().fill("a@x.example,");
        assertThat(tab.chips()).hasCount(1);

        tab.to().fill("a@x.example,");

        assertThat(tab.to()).hasValue("");
        assertThat(tab.chips()).hasCount(1);
    }

    @Test
    void savesThePeopleWithTheDraft() {
        tab.to().fill("paul.martin@medecin.oc.mssante.example,");

        assertThat(tab.state()).containsText("Brouillon enregistré");
        assertThat(tab.saved("to")).isEqualTo("[paul.martin@medecin.oc.mssante.example]");
        assertThat(tab.chips().locator("button")).hasAccessibleName("Retirer paul.martin@medecin.oc.mssante.example");
    }

    @Test
    void removesAPersonByTheChipsButtonAndGivesTheFieldTheFocus() {
        tab.to().fill("a@x.example,");
        tab.chips()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Retirer"))
                .click();

        assertThat(tab.chips()).hasCount(0);
        assertThat(tab.to()).isFocused();
    }
}
