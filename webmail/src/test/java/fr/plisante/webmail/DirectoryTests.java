package fr.plisante.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking for people and collecting them. */
class DirectoryTests {

    private RunningWebmail webmail;
    private StoredMail mail;

    @BeforeEach
    void start() throws IOException {
        webmail = RunningWebmail.afresh();
        mail = webmail.services.mail;
    }

    @Test
    void tellsNamesakesApart() {
        var page = webmail.page("/annuaire?q=martin");

        assertThat(page.select(".person-row")).hasSize(2);
        assertThat(page.select(".person-row").first().select(".telling").eachText())
                .contains("Cardiologie", "Toulouse");
        assertThat(page.select(".person-row").first().select("button").eachAttr("aria-label"))
                .containsExactly(
                        "A\u00a0: Paul Martin (Cardiologie · Toulouse)",
                        "CC\u00a0: Paul Martin (Cardiologie · Toulouse)");
    }

    @Test
    void keepsTheSelectionOfTheDirectoryInTheAddress() {
        var page = webmail.page(
                "/annuaire?q=martin&a=x%40y.example&cc=z%40y.example&cc=w%40y.example&retirer=z%40y.example");

        assertThat(page.select(".selection li").eachText()).containsExactly("x@y.example", "w@y.example");
        assertThat(page.select(".selection button").text()).isEqualTo("Valider");
    }

    @Test
    void asksForThreeLettersWithoutBotheringTheDirectory() {
        var page = webmail.page("/annuaire?q=ma");

        assertThat(page.text()).contains("Tapez au moins 3 lettres.");
        assertThat(webmail.services.asked("GET", "/api/directory")).isEmpty();
    }

    @Test
    void saysThatThereIsMoreThanFifty() {
        for (var i = 0; i < 60; i++) {
            mail.contacts.person("m" + i, "Durand", "Camille", "Médecin", null, "Cabinet " + i, "Nîmes");
        }

        assertThat(webmail.page("/annuaire/resultats?q=durand").text())
                .contains("le nombre de résultats est limité à 50");
    }

    @Test
    void opensAContactCardFromANameInAMessage() {
        var page = webmail.page("/annuaire/personne?adresse=nadia.petit%40infirmiere.oc.mssante.example");

        assertThat(page.select("h1").text()).isEqualTo("Dr Nadia Petit");
        assertThat(page.text()).contains("Infirmière", "CH d’Exemple", "Lui écrire");
    }

    @Test
    void saysWhoIsInTheSelectionOfTheDirectory() {
        var page = webmail.page("/annuaire?a=paul.martin%40medecin.oc.mssante.example"
                + "&cc=paul.martin.2%40medecin.oc.mssante.example");

        assertThat(page.select(".selection li").eachText())
                .containsExactly("Paul Martin Cardiologie · Toulouse", "Paul Martin Pédiatrie · Albi");
        assertThat(page.select(".selection .telling")).hasSize(4);
    }

    @Test
    void showsAsPressedWhatWasChosen() {
        var chosen =
                "q=martin&a=paul.martin%40medecin.oc.mssante.example&cc=Paul.Martin.2%40medecin.oc.mssante.example";

        for (var page : List.of(webmail.page("/annuaire?" + chosen), webmail.page("/annuaire/resultats?" + chosen))) {
            assertThat(page.select("button[name=a]").eachAttr("aria-pressed")).containsExactly("true", "false");
            assertThat(page.select("button[name=cc]").eachAttr("aria-pressed")).containsExactly("false", "true");
        }
    }
}
