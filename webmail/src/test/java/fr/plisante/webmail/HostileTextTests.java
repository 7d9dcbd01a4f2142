package fr.plisante.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever people write into names, subjects and files is text and stays text. */
class HostileTextTests {

    private static final String BOX = "/boites/" + StoredMail.OWN;

    private RunningWebmail webmail;

    @BeforeEach
    void start() throws IOException {
        webmail = RunningWebmail.afresh();
        Hostile.fill(webmail.services.mail);
    }

    @Test
    void showsHostileNamesAndSubjectsAsTheyWereWritten() {
        var page = webmail.page(BOX + "/reception");

        assertThat(page.select(".row .subject").eachText()).containsAll(Hostile.SCRIPTS);
        assertHarmless(page);
    }

    @Test
    void showsHostileMessagesAsTheyWereWritten() {
        for (var i = 0; i < Hostile.SCRIPTS.size(); i++) {
            var page = webmail.page(BOX + "/messages/received:h" + i);

            assertThat(page.select("h1#objet").text()).isEqualTo(Hostile.SCRIPTS.get(i));
            assertThat(page.title()).startsWith(Hostile.SCRIPTS.get(i));
            assertThat(page.select(".text-body").text()).isEqualTo(Hostile.SCRIPTS.get(i));
            assertHarmless(page);
        }
    }

    @Test
    void givesHostileDraftsBackToTheirWriter() {
        for (var text : Hostile.SCRIPTS) {
            var path = BOX + "/brouillons/" + StoredMail.DRAFT;
            var version = webmail.page(path).select("input[name=version]").val();
            webmail.post(
                    path,
                    "version",
                    version,
                    "a",
                    text,
                    "cc",
                    "",
                    "objet",
                    text,
                    "texte",
                    text,
                    "action",
                    "enregistrer");
            var page = webmail.page(path);

            assertThat(page.select("#objet").val()).isEqualTo(text);
            assertThat(page.select("#texte").text()).isEqualTo(text);
            assertHarmless(page);
        }
    }

    @Test
    void isolatesRightToLeftNamesAndBearsCrowds() {
        var page = webmail.page(BOX + "/messages/received:crowd");

        assertThat(page.select(".people dd").get(1).select("bdi")).hasSizeGreaterThanOrEqualTo(500);
        assertThat(page.select("details summary").text()).contains("et 492 autres");
        assertThat(page.select(".attachments .card")).hasSize(30);
    }

    @Test
    void repeatsNothingOfAHostileAddress() {
        for (var query : List.of(
                "/annuaire?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                BOX + "/reception?avis=%3Cscript%3E&n=1",
                "/annuaire/personne?adresse=%3Cscript%3Ealert(1)%3C/script%3E")) {
            assertHarmless(
                    Jsoup.parse(webmail.get(query, webmail.tokens.doctor()).body()));
        }
    }

    private static void assertHarmless(Document page) {
        assertThat(page.select("script:not([src]), img, svg[onload], [onerror], [href^=javascript]"))
                .isEmpty();
        assertThat(page.text()).doesNotContain("9801547");
    }
}
