package fr.plisante.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.plisante.samples.SamplePerson;
import fr.plisante.samples.SignIn;
import fr.plisante.samples.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Three people are called Camille MARTIN-FICTIF, two of them geriatricians of the same town: wherever one is shown or
 * chosen it is said which, and the message goes to no other.
 */
class NamesakesIT {

    private static final String NAME = "Camille MARTIN-FICTIF";
    private static final String SKIN = "Dermatologie et vénéréologie";
    private static final String AGE = "Gériatrie";
    /** Always the same, so that a product which has this person already answers with them. */
    private static final String KEY = "6b0a4b9e-6f0b-4c3b-9d5c-2f6f2b0c7a11";

    private static final String TOWN = "Montpellier";

    private final Product product = Product.running();
    private final String subject = "Pour l’une des Camille " + UUID.randomUUID();
    private final SamplePerson geriatrician = product.namesakes().getFirst();
    private final SamplePerson dermatologist = product.namesakes().getLast();
    private String third;

    @BeforeEach
    void aThirdOfTheSameNameAndSpeciality() {
        var helene = product.person("helene");
        var administrator = new SignIn(
                        product.platform().publicUrl(), product.platform().url("smtp-sink"))
                .as(helene.email(), helene.password());
        third = administrator
                .send("POST", "/api/registration/accounts", twin(), "Idempotency-Key", KEY)
                .get("address")
                .asString();
        Awaitility.await("the third in the directory")
                .atMost(Duration.ofSeconds(60))
                .until(() -> listed(administrator, third) && reachable(administrator, third));
    }

    @Test
    void areToldApartWhereverOneIsShownOrChosen() {
        var sender = product.person("francois");
        var before = product.mails().last(dermatologist.email());
        var othersBefore = product.mails().last(geriatrician.email());
        try (var writing = Visitor.french(product);
                var reading = Visitor.french(product);
                var other = Visitor.french(product)) {
            writing.open("/", sender);
            writing.beginLetter();
            var page = writing.page();

            // As one types.
            page.locator("#a").pressSequentially("camille martin");
            var suggestions = page.locator("#a-propositions [role=option]");
            assertThat(suggestions).hasCount(3);
            for (var address : List.of(geriatrician.address(), third)) {
                assertThat(of(suggestions, address)).containsText(NAME);
                assertThat(of(suggestions, address)).containsText(AGE);
                assertThat(of(suggestions, address)).containsText(TOWN);
            }
            assertThat(of(suggestions, dermatologist.address()).locator(".telling"))
                    .hasText(SKIN);
            assertThat(of(suggestions, dermatologist.address())).containsText(TOWN);
            writing.picture("namesakes-suggestions");
            of(suggestions, dermatologist.address()).click();

            // Once chosen.
            var chips = page.locator("[data-people=to] .chip");
            assertThat(chips).hasCount(1);
            assertThat(chips).containsText(NAME);
            assertThat(chips).containsText(SKIN);
            assertThat(chips).containsText(TOWN);

            // In the directory over the letter, and in its selection.
            writing.link("Choisir les destinataires dans l’annuaire").click();
            var picker = page.locator("dialog#annuaire");
            picker.locator("input[name=q]").fill("camille martin");
            var rows = picker.locator(".person-row");
            assertThat(rows).hasCount(3);
            assertThat(of(rows, dermatologist.address()).locator(".telling")).hasText(SKIN);
            assertThat(of(rows, geriatrician.address())).containsText(AGE);
            of(rows, geriatrician.address()).locator("button[name=a]").click();
            of(rows, third).locator("button[name=a]").click();
            var selection = picker.locator("[data-selected=a] li");
            assertThat(selection).hasCount(3);
            assertThat(selection.filter(new Locator.FilterOptions().setHasText(SKIN)))
                    .hasCount(1);
            assertThat(of(selection, geriatrician.address())).containsText(AGE);
            assertThat(of(selection, third)).containsText(AGE);
            writing.picture("namesakes-picker");
            of(selection, geriatrician.address()).getByRole(AriaRole.BUTTON).click();
            assertThat(selection).hasCount(2);
            picker.locator("[data-validate]").click();
            assertThat(chips).hasCount(2);
            assertThat(chips.filter(new Locator.FilterOptions().setHasText(SKIN))
                            .locator(".telling"))
                    .hasText(SKIN);
            assertThat(chips.filter(new Locator.FilterOptions().setHasText(AGE)).locator(".telling"))
                    .hasText(AGE);
            writing.picture("namesakes-chips");

            page.getByLabel("Objet", new Page.GetByLabelOptions().setExact(true))
                    .fill(subject);
            page.locator(".ProseMirror").click();
            page.keyboard().insertText("Un avis, s’il vous plaît.");
            writing.button("Envoyer").click();
            page.waitForURL(Pattern.compile(".*/envoyes.*"));

            // In Sent.
            var sent = page.locator("#liste .row").filter(new Locator.FilterOptions().setHasText(subject));
            assertThat(sent.locator(".names .apart"))
                    .hasText(new String[] {"(" + SKIN + " · " + TOWN + ")", "(" + AGE + " · " + TOWN + ")"});
            writing.picture("namesakes-sent");

            // The one who was meant reads it and sees who else has it.
            var notice = product.mails()
                    .after(before, dermatologist.email(), mail -> mail.text().contains("/messages/"));
            reading.open(notice.link(product.url()), dermatologist);
            assertThat(reading.page().locator("h1#objet")).hasText(subject);
            var people = reading.page().locator(".message-head dl.people .person-name");
            toldApart(people);
            reading.picture("namesakes-reader");

            // The receipts say which of the two has read it.
            sent.locator(".row-link").click();
            assertThat(page.locator("#state-reader")).hasText("Lu par 1 sur 2");
            page.locator("details.receipts summary").click();
            var receipts = page.locator("details.receipts tbody tr");
            toldApart(receipts);
            assertThat(of(receipts, third).locator("td").nth(1)).hasText("Pas encore");
            assertThat(of(receipts, dermatologist.address()).locator("td").nth(1))
                    .not()
                    .containsText("Pas encore");
            writing.picture("namesakes-receipts");

            // Nobody told the other geriatrician anything.
            other.open("/", geriatrician);
            assertThat(other.page().locator("#liste-titre")).isVisible();
            assertThat(other.page().getByText(subject)).hasCount(0);
            assertThat(product.mails().list(geriatrician.email(), othersBefore).stream()
                            .filter(mail -> mail.text().contains("/messages/")))
                    .isEmpty();
            for (var visitor : List.of(writing, reading, other)) {
                visitor.seesNothingWrong();
            }
        }
    }

    private void toldApart(Locator people) {
        var both = people.filter(new Locator.FilterOptions().setHasText(NAME));
        assertThat(both).hasCount(2);
        assertThat(of(people, dermatologist.address())).containsText(SKIN);
        assertThat(of(people, dermatologist.address())).containsText(TOWN);
        assertThat(of(people, third)).containsText(AGE);
        assertThat(of(people, third)).containsText(TOWN);
    }

    /** The one of a list that shows this address. */
    private static Locator of(Locator list, String address) {
        return list.filter(new Locator.FilterOptions().setHasText(address));
    }

    private static boolean listed(SignedIn person, String address) {
        return person.get("/api/directory/entries?q=camille%20martin")
                                .get("items")
                                .size()
                        == 3
                && !person.get("/api/directory/entries?address=" + address)
                        .get("items")
                        .isEmpty();
    }

    private static boolean reachable(SignedIn person, String address) {
        return person.get("/api/mailbox/recipients?address=" + address)
                .get("reachable")
                .asBoolean();
    }

    /** What an administrator fills in for somebody of whom all but the address is like the first Camille's. */
    private JsonNode twin() {
        var twin = (ObjectNode) geriatrician.account().deepCopy();
        twin.put("email", "camille.troisieme@courriel.example");
        twin.putObject("nationalIdentifier").put("type", "RPPS").put("value", "99000000507");
        return twin;
    }
}
