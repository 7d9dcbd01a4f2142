package fr.plisante.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writing without scripts: every step is a form. */
class ComposeTests {

    private static final String BOX = "/boites/" + StoredMail.OWN;
    private static final String DRAFT = BOX + "/brouillons/" + StoredMail.DRAFT;

    private RunningWebmail webmail;
    private StoredMail mail;

    @BeforeEach
    void start() throws IOException {
        webmail = RunningWebmail.afresh();
        mail = webmail.services.mail;
    }

    @Test
    void beginsAnAnswerAsADraft() {
        var answer = webmail.post(BOX + "/nouveau", "inReplyTo", StoredMail.RECEIVED, "action", "reply");
        var page = webmail.page(answer.headers().firstValue("Location").orElseThrow());

        assertThat(page.select("#a").val()).isEqualTo("paul.martin@medecin.oc.mssante.example");
        assertThat(page.select("#objet").val()).isEqualTo("Re: Compte rendu de consultation");
        assertThat(page.select("#texte").text()).contains("Paul Martin a écrit", "> Cher confrère,");
    }

    @Test
    void takesTheSelectionOfTheDirectoryAlong() {
        var answer = webmail.post(BOX + "/nouveau", "a", "x@y.example", "cc", "z@y.example");
        var page = webmail.page(answer.headers().firstValue("Location").orElseThrow());

        assertThat(page.select("#a").val()).isEqualTo("x@y.example");
        assertThat(page.select("#cc").val()).isEqualTo("z@y.example");
    }

    @Test
    void savesWhatWasTyped() {
        webmail.post(
                DRAFT,
                "version",
                "1",
                "a",
                "Paul <p@y.example>; n@y.example",
                "cc",
                "",
                "objet",
                "Avis",
                "texte",
                "Bonjour,\r\n\r\n1 < 2\r\n> cité",
                "action",
                "enregistrer");

        assertThat(mail.drafts.get(StoredMail.DRAFT))
                .containsEntry("to", List.of("p@y.example", "n@y.example"))
                .containsEntry("subject", "Avis")
                .containsEntry("html", "<p>Bonjour,</p><p>1 &lt; 2</p><blockquote><p>cité</p></blockquote>");
    }

    @Test
    void keepsColoursWhereTheTextWasNotTouched() {
        var html = "<p>Bonjour <span style=\"color:#b3261e\">rouge</span></p>";
        mail.drafts.get(StoredMail.DRAFT).put("html", html);

        webmail.post(
                DRAFT,
                "version",
                "1",
                "a",
                "",
                "cc",
                "",
                "objet",
                "Avis",
                "texte",
                "Bonjour rouge",
                "action",
                "enregistrer");

        assertThat(mail.drafts.get(StoredMail.DRAFT)).containsEntry("html", html);
    }

    @Test
    void attachesAndRemovesAFile() {
        webmail.postFile(
                DRAFT,
                "résultats.txt",
                "contenu",
                "version",
                "1",
                "a",
                "",
                "cc",
                "",
                "objet",
                "Avis",
                "texte",
                "",
                "action",
                "enregistrer");
        var page = webmail.page(DRAFT);
        assertThat(page.select(".attachments .card").text()).contains("résultats.txt", "7 octets");
        assertThat(page.select(".gauge").text()).isEqualTo("7 octets sur 25 Mo");

        webmail.post(
                DRAFT,
                "version",
                "2",
                "a",
                "",
                "cc",
                "",
                "objet",
                "Avis",
                "texte",
                "",
                "action",
                page.select(".attachments button").val());
        assertThat(webmail.page(DRAFT).select(".attachments .card")).isEmpty();
    }

    @Test
    void sendsAndSaysToHowMany() {
        var answer = webmail.post(
                DRAFT,
                "version",
                "1",
                "a",
                "p@y.example",
                "cc",
                "n@y.example",
                "objet",
                "Avis",
                "texte",
                "Bonjour",
                "action",
                "envoyer");
        var page = webmail.page(answer.headers().firstValue("Location").orElseThrow());

        assertThat(page.select("h1").text()).isEqualTo("Messages envoyés");
        assertThat(page.select(".notice").text()).isEqualTo("Message envoyé à 2 destinataires.");
        assertThat(webmail.services.asked("POST", "/envelopes"))
                .singleElement()
                .extracting(FakeServices.Asked::body)
                .asString()
                .contains(StoredMail.DRAFT);
    }

    @Test
    void keepsTheTextWhenSendingIsRefused() {
        webmail.services.instead.put(
                "POST /api/mailbox/mailboxes/" + StoredMail.OWN + "/envelopes", Answers.refusal("recipient-unknown"));

        var page = Jsoup.parse(webmail.post(
                        DRAFT,
                        "version",
                        "1",
                        "a",
                        "x@y.example",
                        "cc",
                        "",
                        "objet",
                        "Avis",
                        "texte",
                        "Mon texte",
                        "action",
                        "envoyer")
                .body());

        assertThat(page.select("[role=alert]").text())
                .contains("Un ou plusieurs destinataires ne peuvent pas être joints.");
        assertThat(page.select("#a-fault").text())
                .startsWith("x@y.example – Cette adresse relève d’un autre opérateur");
        assertThat(page.select("#a").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("[data-fault]:not([hidden])")).hasSize(1);
        assertThat(page.select("#texte").text()).isEqualTo("Mon texte");
        assertThat(page.select("input[name=version]").val()).isEqualTo("2");
    }

    @Test
    void keepsTheTextWhenTheDraftWasChangedElsewhere() {
        mail.drafts.get(StoredMail.DRAFT).put("version", 7);

        var page = Jsoup.parse(webmail.post(
                        DRAFT,
                        "version",
                        "1",
                        "a",
                        "",
                        "cc",
                        "",
                        "objet",
                        "Le mien",
                        "texte",
                        "Mon texte",
                        "action",
                        "enregistrer")
                .body());

        assertThat(page.select("[role=alert]").text())
                .contains("enregistré depuis une autre fenêtre", "Enregistrez à nouveau");
        assertThat(page.select("#objet").val()).isEqualTo("Le mien");
        assertThat(page.select("input[name=version]").val()).isEqualTo("7");
        assertThat(mail.drafts.get(StoredMail.DRAFT)).containsEntry("subject", "Avis <cardiologique>");
    }

    @Test
    void saysInWhoseNameOneWrites() {
        var team = webmail.page("/boites/" + StoredMail.TEAM + "/brouillons/" + StoredMail.DRAFT);

        assertThat(team.select(".send-bar").text()).contains("Vous écrivez au nom de Secrétariat Cardiologie");
        assertThat(webmail.page(DRAFT).text()).doesNotContain("au nom de");
    }

    @Test
    void asksBeforeDeletingADraft() {
        var question = webmail.post(DRAFT, "action", "supprimer");
        assertThat(Jsoup.parse(question.body()).text()).contains("Supprimer ce brouillon", "Avis <cardiologique>");
        assertThat(mail.drafts).containsKey(StoredMail.DRAFT);

        webmail.post(DRAFT, "action", "supprimer", "confirme", "true");
        assertThat(mail.drafts).doesNotContainKey(StoredMail.DRAFT);
    }
}
