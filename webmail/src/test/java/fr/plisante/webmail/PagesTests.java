package fr.plisante.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.webmail.FakeServices.Asked;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading, finding and changing, as someone in front of the page notices it. */
class PagesTests {

    private static final String BOX = "/boites/" + StoredMail.OWN;

    private RunningWebmail webmail;
    private StoredMail mail;

    @BeforeEach
    void start() throws IOException {
        webmail = RunningWebmail.afresh();
        mail = webmail.services.mail;
    }

    @Test
    void leadsHomeToOnesOwnInbox() {
        var answer = webmail.get("/", webmail.tokens.doctor());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(BOX + "/reception");
    }

    @Test
    void showsWhoWroteWhatAndThatItIsUnread() {
        var page = webmail.page(BOX + "/reception");

        var row = page.selectFirst(".row");
        assertThat(row.hasClass("unread")).isTrue();
        assertThat(row.text()).contains("Non lu", "Paul Martin", "Compte rendu de consultation", "1 pièce jointe");
        assertThat(page.select("nav a[aria-current=page]").text()).startsWith("Boîte de réception");
        assertThat(page.select("h1").text()).isEqualTo("Boîte de réception");
        assertThat(page.select("#compte").text()).isEqualTo("1 message non lu");
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
    void marksAMessageReadWhenItIsOpened() {
        var page = webmail.page(BOX + "/messages/" + StoredMail.RECEIVED);

        assertThat(webmail.services.asked("POST", "/open")).hasSize(1);
        assertThat(mail.entries.get(StoredMail.RECEIVED)).containsEntry("seen", true);
        assertThat(page.select(".row.unread")).isEmpty();
    }

    @Test
    void leavesAMessageUnreadThatABrowserFetchesAhead() {
        webmail.getAhead(BOX + "/messages/" + StoredMail.RECEIVED);

        assertThat(mail.entries.get(StoredMail.RECEIVED)).containsEntry("seen", false);
    }

    @Test
    void showsPeopleAttachmentsAndTheBodyInASandboxedFrame() {
        var page = webmail.page(BOX + "/messages/" + StoredMail.RECEIVED);

        assertThat(page.select("h1#objet").text()).isEqualTo("Compte rendu de consultation");
        assertThat(page.select(".people").text()).contains("Paul Martin", "Nadia Petit");
        assertThat(page.select(".person-name").first().text()).contains("Médecin", "Cardiologie", "CH d’Exemple");
        assertThat(page.select(".card").text()).contains("compte-rendu.pdf", "8,2 Mo");
        var body = page.selectFirst("iframe");
        assertThat(body.attr("sandbox")).doesNotContain("allow-scripts");
        assertThat(body.attr("src"))
                .startsWith("/api/mailbox/mailboxes/" + StoredMail.OWN + "/entries/received")
                .endsWith("/body");
        assertThat(page.select("button").eachText()).contains("Répondre", "Répondre à tous", "Transférer");
    }

    @Test
    void leadsToTheDraftsBeyondTheFirstFifty() {
        IntStream.range(0, 60).forEach(i -> webmail.services.mail.newDraft(Map.of()));

        var first = webmail.page(BOX + "/brouillons");
        assertThat(first.select(".row")).hasSize(50);
        var second = webmail.page(first.selectFirst("a[rel=next]").attr("href"));

        assertThat(second.select(".row")).hasSize(11);
        assertThat(second.select("a[rel=next]")).isEmpty();
    }

    @Test
    void showsAMessageWithoutAskingTheDirectory() {
        webmail.page(BOX + "/messages/" + StoredMail.RECEIVED);

        assertThat(webmail.services.asked("GET", "/api/directory")).isEmpty();
    }

    @Test
    void tellsTheSenderWhoHasReadTheMessageAndWhen() {
        var page = webmail.page(BOX + "/messages/" + StoredMail.SENT);

        var receipts = page.selectFirst(".receipts");
        assertThat(receipts.selectFirst("summary").text()).contains("Lu par 1 sur 2");
        assertThat(receipts.select("tbody tr").first().text()).contains("Paul Martin", "compte-rendu.pdf");
        assertThat(receipts.select("tbody tr").first().select("time")).hasSize(3);
        assertThat(receipts.select("tbody tr").last().text()).contains("Nadia Petit", "Pas encore");
    }

    @Test
    void leafsThroughALongListByCursor() {
        for (var i = 0; i < 60; i++) {
            mail.put(StoredMail.received("received:" + i, "Objet " + i, "Paul Martin", Instant.now(), true));
        }

        var first = webmail.page(BOX + "/reception");
        var second = webmail.page(first.selectFirst("a[rel=next]").attr("href"));

        assertThat(first.select(".row")).hasSize(50);
        assertThat(second.select(".row")).hasSize(11);
        assertThat(second.select(".paging").text()).isEqualTo("Les plus récents");
    }

    @Test
    void movesToTheTrashAndOffersToUndo() {
        var answer = webmail.post(BOX + "/reception", "choix", StoredMail.RECEIVED, "action", "corbeille");
        var page = webmail.page(answer.headers().firstValue("Location").orElseThrow());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(mail.entries.get(StoredMail.RECEIVED)).containsEntry("folder", "trash");
        assertThat(page.select(".notice").text()).isEqualTo("Message mis à la corbeille. Annuler");
        assertThat(page.select(".empty").text()).startsWith("Aucun message reçu");

        webmail.post(
                BOX + "/reception",
                "choix",
                page.select(".notice input[name=choix]").val(),
                "action",
                "restaurer");
        assertThat(mail.entries.get(StoredMail.RECEIVED)).containsEntry("folder", "inbox");
    }

    @Test
    void asksBeforeDeletingForEver() {
        mail.entries.get(StoredMail.RECEIVED).put("folder", "trash");

        var question = webmail.post(BOX + "/corbeille", "choix", StoredMail.RECEIVED, "action", "supprimer");
        assertThat(question.body()).contains("Supprimer ce message définitivement", "Compte rendu de consultation");
        assertThat(mail.entries).containsKey(StoredMail.RECEIVED);

        webmail.post(BOX + "/corbeille", "choix", StoredMail.RECEIVED, "action", "supprimer", "confirme", "true");
        assertThat(mail.entries).doesNotContainKey(StoredMail.RECEIVED);
    }

    @Test
    void saysWhatToDoWhenNothingWasChosen() {
        var answer = webmail.post(BOX + "/reception", "action", "lu");

        assertThat(webmail.page(answer.headers().firstValue("Location").orElseThrow())
                        .text())
                .contains("Cochez d’abord un ou plusieurs messages.");
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
    void speaksTheLanguageOfTheAccountInItsTimeZone() {
        mail.put(StoredMail.received("received:z", "Zone", "Paul Martin", Instant.parse("2020-01-02T03:04:00Z"), true));

        var english = webmail.get(BOX + "/messages/received:z", webmail.tokens.of("Emily", "en", "gf", "2"))
                .body();
        var french = webmail.get(BOX + "/messages/received:z", webmail.tokens.of("Émilie", "fr", "re", "2"))
                .body();

        assertThat(english).contains("lang=\"en\"", "on 2 January 2020 at 00:04", "Reply to all");
        assertThat(french).contains("lang=\"fr\"", "le 2 janvier 2020 à 07:04", "Répondre à tous");
    }

    @Test
    void saysNothingAboutAMailboxThatIsNotOnes() {
        webmail.services.instead.put(
                "GET /api/mailbox/mailboxes/" + StoredMail.TEAM + "/view",
                Answers.refusal("mailbox-not-found"));

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

    @Test
    void tellsNamesakesApartInAList() {
        mail.put(from("p1", "Un"));
        mail.put(from("p2", "Deux"));

        var names = webmail.page(BOX + "/reception").select(".row .names").eachText();

        assertThat(names).contains("Paul Martin (Cardiologie · Toulouse)", "Paul Martin (Pédiatrie · Albi)");
    }

    @Test
    void leavesANameAloneThatMeansOnePerson() {
        assertThat(webmail.page(BOX + "/envoyes").select(".row .names").text())
                .isEqualTo("À : Paul Martin, Nadia Petit");
    }

    @Test
    void tellsNamesakesApartInAMessageAndItsReceipts() {
        var sent = mail.entries.get(StoredMail.SENT);
        var others = List.of(correspondent("p1"), correspondent("p2"));
        sent.put("to", others);
        sent.put("recipients", others.stream().map(StoredMail::delivered).toList());

        var page = webmail.page(BOX + "/messages/" + StoredMail.SENT);

        assertThat(page.select(".people .person-name").eachText())
                .anyMatch(text -> text.contains("Médecin · Cardiologie · CH d’Exemple · Toulouse"))
                .anyMatch(text -> text.contains("Médecin · Pédiatrie · Cabinet des Lilas · Albi"));
        assertThat(page.select(".people .telling").eachText())
                .contains("Cardiologie", "Pédiatrie")
                .doesNotContain("Médecin");
        assertThat(page.select(".receipts tbody th").eachText())
                .containsExactly(
                        "Paul Martin Cardiologie · Toulouse paul.martin@medecin.oc.mssante.example",
                        "Paul Martin Pédiatrie · Albi paul.martin.2@medecin.oc.mssante.example");
    }

    @Test
    void givesTheAddressOfNamesakesWhoAreAlikeInAllElse() {
        var twin = correspondent("p1");
        twin.put("address", "paul.martin.9@medecin.oc.mssante.example");
        mail.put(from("p1", "Un"));
        var message = from("p1", "Deux");
        message.put("from", twin);
        mail.put(message);

        assertThat(webmail.page(BOX + "/reception").select(".row .names").eachText())
                .contains("Paul Martin (Cardiologie · Toulouse · paul.martin.9@medecin.oc.mssante.example)");
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
    void showsAMessageAmongTheSentOnesWhileItIsOnItsWay() {
        mail.put(StoredMail.sending("sent:01900000-0000-7000-8000-0000000000ff", Instant.now()));

        var row = webmail.page(BOX + "/envoyes").selectFirst(".row");
        assertThat(row.text()).contains("Demande d’avis", "En cours de remise").doesNotContain("Remis");
        assertThat(row.select(".receipts-brief svg use").attr("href")).endsWith("#clock");
        assertThat(row.select("input[name=choix]").hasAttr("disabled")).isTrue();

        var page = webmail.page(BOX + "/messages/sent:01900000-0000-7000-8000-0000000000ff");
        assertThat(page.select(".receipts summary").text()).startsWith("En cours de remise");
        assertThat(page.select(".receipts td").eachText()).contains("En cours de remise");
        assertThat(page.select("button[value=corbeille]").size())
                .isEqualTo(page.select(".tools button[value=corbeille]").size());
    }

    @Test
    void letsASenderMoveAMessageThatOnlySomeHave() {
        mail.entries.get(StoredMail.SENT).put("state", "sending");

        var list = webmail.page(BOX + "/envoyes");
        var reader = webmail.page(BOX + "/messages/" + StoredMail.SENT);

        assertThat(list.select(".row").text()).contains("En cours de remise");
        assertThat(list.select(".row input[disabled]")).isEmpty();
        assertThat(reader.select(".actions button").eachText()).contains("Répondre", "Corbeille");
    }

    @Test
    void looksAgainAtWhatIsOnItsWayAndAtNothingElse() {
        assertThat(webmail.page(BOX + "/envoyes").select("[data-sending]")).isEmpty();

        mail.put(StoredMail.sending("sent:01900000-0000-7000-8000-0000000000ff", Instant.now()));
        var page = webmail.page(BOX + "/envoyes");
        var again = page.selectFirst("[data-sending]");

        assertThat(again.attr("hx-get")).isEqualTo(BOX + "/envoyes");
        assertThat(again.attr("hx-select-oob").split(","))
                .allSatisfy(part -> assertThat(page.select(part)).hasSize(1))
                .contains("#etat-01900000-0000-7000-8000-0000000000ff");
    }

    @Test
    void countsNoFurtherThan999() {
        for (var i = 0; i < 1001; i++) {
            mail.put(StoredMail.received("received:" + i, "Objet " + i, Instant.now(), false));
        }

        var page = webmail.page(BOX + "/reception");

        assertThat(page.select("nav a[aria-current=page] .count").text()).isEqualTo("999+plus de 999 non lus");
        assertThat(page.select("nav .count [aria-hidden]").first().text()).isEqualTo("999+");
        assertThat(page.select("#compte").text()).isEqualTo("Plus de 999 messages non lus");
    }

    @Test
    void showsThePlainTextToWhoeverPrintsWithoutScripts() {
        var print = webmail.page(BOX + "/messages/" + StoredMail.RECEIVED).selectFirst("a[data-print]");
        var page = webmail.page(print.attr("href"));

        assertThat(page.selectFirst(".text-body").wholeText()).isEqualTo(StoredMail.TEXT);
        assertThat(page.select("iframe")).isEmpty();
    }

    @Test
    void asksForThePlainTextOnlyToPrintIt() {
        webmail.page(BOX + "/messages/" + StoredMail.RECEIVED);

        assertThat(webmail.services.asked("GET", "/text")).isEmpty();
    }

    private Map<String, Object> correspondent(String contact) {
        return StoredContacts.correspondent(mail.contacts.people.get(contact));
    }

    private Map<String, Object> from(String contact, String subject) {
        var message = StoredMail.received("received:" + subject, subject, Instant.now(), false);
        message.put("from", correspondent(contact));
        return message;
    }
}
