package fr.plisante.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message, as someone who opens it sees it. */
class ReaderTests {

    private static final String BOX = "/boites/" + StoredMail.OWN;

    private RunningWebmail webmail;
    private StoredMail mail;

    @BeforeEach
    void start() throws IOException {
        webmail = RunningWebmail.afresh();
        mail = webmail.services.mail;
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

    private Map<String, Object> correspondent(String contact) {
        return StoredContacts.correspondent(mail.contacts.people.get(contact));
    }
}
