package fr.plisante.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The folders: what a line says, and what is done to the messages chosen. */
class ListTests {

    private static final String BOX = "/boites/" + StoredMail.OWN;

    private RunningWebmail webmail;
    private StoredMail mail;

    @BeforeEach
    void start() throws IOException {
        webmail = RunningWebmail.afresh();
        mail = webmail.services.mail;
    }

    @Test
    void showsWhoWroteWhatAndThatItIsUnread() {
        var page = webmail.page(BOX + "/reception");

        var row = page.selectFirst(".row");
        assertThat(row.hasClass("unread")).isTrue();
        assertThat(row.text()).contains("Non lu", "Paul Martin", "Compte rendu de consultation", "1 pièce jointe");
        assertThat(page.select("nav a[aria-current=page]").text()).startsWith("Boîte de réception");
        assertThat(page.select("h1").text()).isEqualTo("Boîte de réception");
        assertThat(page.select("#about").text()).isEqualTo("1 message non lu");
    }

    @Test
    void saysWhatAFolderIsGoodForWhenNothingIsCounted() {
        mail.put(inTrash());

        assertThat(webmail.page(BOX + "/envoyes").select(".list-head p").text())
                .isEqualTo("Chaque message dit à qui il est remis et qui l’a lu");
        assertThat(webmail.page(BOX + "/brouillons").select(".list-head p").text())
                .isEqualTo("Enregistrés au fur et à mesure, repris quand vous voulez");
        assertThat(webmail.page(BOX + "/corbeille").select(".list-head p").text())
                .isEqualTo("Gardés jusqu’à ce que vous les supprimiez définitivement");
    }

    @Test
    void saysOnceThatAFolderIsEmpty() {
        var page = webmail.page(BOX + "/corbeille");

        assertThat(page.select(".list-head p")).isEmpty();
        assertThat(page.select(".empty").text()).startsWith("La corbeille est vide");
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
                .contains("#state-01900000-0000-7000-8000-0000000000ff");
    }

    @Test
    void countsNoFurtherThan999() {
        for (var i = 0; i < 1001; i++) {
            mail.put(StoredMail.received("received:" + i, "Objet " + i, Instant.now(), false));
        }

        var page = webmail.page(BOX + "/reception");

        assertThat(page.select("nav a[aria-current=page] .count").text()).isEqualTo("999+plus de 999 non lus");
        assertThat(page.select("nav .count [aria-hidden]").first().text()).isEqualTo("999+");
        assertThat(page.select("#about").text()).isEqualTo("Plus de 999 messages non lus");
    }

    private static Map<String, Object> inTrash() {
        var message = StoredMail.received("received:t", "Ancien", Instant.now(), true);
        message.put("folder", "trash");
        return message;
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
