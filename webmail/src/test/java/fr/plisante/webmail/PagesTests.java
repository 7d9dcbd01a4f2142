package fr.plisante.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.webmail.FakeServices.Asked;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all pages have in common: who may see them, whose mailbox they show, what they say when something fails. */
class PagesTests {

    private static final String BOX = "/boites/" + StoredMail.OWN;

    private RunningWebmail webmail;

    @BeforeEach
    void start() throws IOException {
        webmail = RunningWebmail.afresh();
    }

    @Test
    void leadsHomeToOnesOwnInbox() {
        var answer = webmail.get("/", webmail.tokens.doctor());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(BOX + "/reception");
    }

    @Test
    void asksTheServicesAsThePersonWhoLooks() {
        webmail.page(BOX + "/reception");

        assertThat(webmail.services.asked)
                .extracting(Asked::authorization)
                .isNotEmpty()
                .allMatch(value -> value.startsWith("Bearer ey"));
    }

    @Test
    void offersTheOtherMailboxesAndMarksATeamsOwn() {
        var own = webmail.page(BOX + "/reception");
        var team = webmail.page("/boites/" + StoredMail.TEAM + "/reception");

        assertThat(own.select(".menu").text())
                .contains(
                        "Célia Lagarde",
                        "Gérer votre compte",
                        "Changer de compte",
                        "Secrétariat Cardiologie",
                        "Déconnexion");
        assertThat(own.select("form[action=/logout][method=post]")).hasSize(1);
        assertThat(own.select(".which.shared")).isEmpty();
        assertThat(team.select(".which.shared").text()).contains("Secrétariat Cardiologie");
    }

    @Test
    void saysNothingAboutAMailboxThatIsNotOnes() {
        webmail.services.instead.put(
                "GET /api/mailbox/mailboxes/" + StoredMail.TEAM + "/view", Answers.refusal("mailbox-not-found"));

        var answer = webmail.get("/boites/" + StoredMail.TEAM + "/reception", webmail.tokens.doctor());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Cette page n’existe pas pour vous").doesNotContain("Secrétariat");
    }

    @Test
    void saysWhatIsKeptWhenAServiceFails() {
        webmail.services.instead.put(
                "GET /api/mailbox/mailboxes/" + StoredMail.OWN + "/view",
                new FakeServices.Answer(500, Map.of("detail", "NullPointerException")));

        var answer = webmail.get(BOX + "/reception", webmail.tokens.doctor());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .contains("La messagerie ne répond pas pour le moment", "sont conservés")
                .doesNotContain("NullPointer");
    }

    @Test
    void turnsAwayThoseWhoAreNotSignedInStrongly() {
        assertThat(webmail.getUnknown("/").statusCode()).isEqualTo(401);
        assertThat(webmail.get("/", webmail.tokens.of("Paul", "fr", "oc", "1")).statusCode())
                .isEqualTo(401);
        assertThat(webmail.getUnknown("/assets/mark.svg").statusCode()).isEqualTo(200);
    }

    @Test
    void letsBrowsersKeepStyleForEverUnderTheNameOfItsContent() {
        var style = webmail.page("/aide").selectFirst("link[rel=stylesheet]").attr("href");

        var answer = webmail.getUnknown(style);

        assertThat(style).matches("/assets/app/index-[0-9a-f]{32}\\.css");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000", "public"));
    }

    @Test
    void hasNoInlineScriptOrStyleOnAnyPage() {
        for (var path : List.of(
                BOX + "/reception",
                BOX + "/envoyes",
                BOX + "/brouillons",
                BOX + "/corbeille",
                BOX + "/messages/" + StoredMail.SENT,
                BOX + "/brouillons/" + StoredMail.DRAFT,
                "/annuaire?q=martin",
                "/annuaire/p1",
                "/compte",
                "/aide",
                "/rien")) {
            var page = webmail.page(path);

            assertThat(page.select("script:not([src]), style, [style], [onclick], [onload]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.select("title").text()).as(path).endsWith("Plisanté");
            assertThat(page.select("main#contenu, main")).as(path).hasSize(1);
            assertThat(page.text()).as(path).doesNotContain("??");
        }
    }
}
