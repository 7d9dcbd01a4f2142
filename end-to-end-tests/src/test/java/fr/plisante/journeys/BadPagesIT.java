package fr.plisante.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.plisante.samples.SignIn;
import fr.plisante.samples.SignedIn;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed wrong is told beside its field and is still there; what no page sends gets a page that says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadPagesIT {

    private static final String CROWD = IntStream.rangeClosed(1, 201)
            .mapToObj(i -> "personne" + i + "@medecin.oc.mssante.example")
            .collect(Collectors.joining(", "));
    private static final String WORDS = "Ce que j’ai écrit";
    private static final String PART = "--x\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\nenregistrer"
            + "\r\n--x\r\nContent-Disposition: form-data; name=\"texte\"\r\n\r\n";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Product product = Product.running();
    private SignedIn session;
    private String box;
    private String draft;

    @BeforeAll
    void begin() {
        var person = product.person("laetitia");
        var signIn =
                new SignIn(product.platform().publicUrl(), product.platform().url("smtp-sink"));
        session = signIn.as(person.email(), person.password());
        for (var mailbox : session.get("/api/mailbox/mailboxes").get("items")) {
            if (mailbox.get("own").asBoolean()) {
                box = "/boites/" + mailbox.get("mailboxId").asString();
            }
        }
        var begun = session.send("POST", api() + "/drafts", Map.of());
        draft = begun.get("draftId").asString();
    }

    @AfterAll
    void leaveNothingBehind() {
        session.send(session.request(api() + "/drafts/" + draft).DELETE().build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-FR | laetitia | Indiquez au moins un destinataire. | Un message peut avoir 200 destinataires au plus.",
                "en-GB | anais | Give at least one recipient. | A message can have at most 200 recipients."
            })
    void saysBesideTheFieldWhatIsWrong(String locale, String name, String nobody, String tooMany) {
        try (var visitor = Visitor.with(product, locale, 1366, ColorScheme.LIGHT)) {
            var page = visitor.open("/", product.person(name)).page();
            page.locator("form.new button").first().click();
            page.locator(".ProseMirror").click();
            page.keyboard().insertText(WORDS);

            page.locator("button[value=envoyer]").click();
            told(page, "a", nobody);
            assertThat(page.locator("#a")).isFocused();

            page.locator("#a").evaluate("""
                    (field, crowd) => {
                      const clipboard = new DataTransfer();
                      clipboard.setData('text/plain', crowd);
                      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
                    }""", CROWD);
            assertThat(page.locator("[data-people=to] .chip")).hasCount(201);
            told(page, "a", tooMany);
            assertThat(page.locator(".ProseMirror")).hasText(WORDS);

            page.locator("button[value=supprimer]").click();
            page.locator("form:has(input[name=confirme]) button").click();
            page.waitForURL(Pattern.compile(".*/brouillons.*"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-FR | laetitia | 200 destinataires au plus. | x@ailleurs.example – Cette adresse relève d’un autre opérateur | il reste 2",
                "en-GB | anais | at most 200 recipients. | x@ailleurs.example – This address belongs to another operator | 2"
            })
    void saysItWithoutScriptsToo(String locale, String name, String tooMany, String elsewhere, String left) {
        try (var visitor = Visitor.withoutScripts(product, locale)) {
            var page = visitor.open("/", product.person(name)).page();
            page.locator("form.new button").first().click();
            page.locator("#objet").fill("L’objet \u202Eרצוי 🩺");
            page.locator("#texte").fill(WORDS);

            page.locator("#a").fill(CROWD);
            page.locator("button[value=envoyer]").click();
            told(page, "a", tooMany);
            assertThat(page.locator("#a")).hasValue(CROWD);

            page.locator("#a").fill(product.person(name).address() + ", x@ailleurs.example");
            page.locator("button[value=envoyer]").click();
            told(page, "a", elsewhere);

            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("grand.bin", "application/octet-stream", new byte[25_500_000]));
            page.locator("button[value=enregistrer]").click();
            told(page, "fichiers", left);
            assertThat(page.locator("#objet")).hasValue("L’objet \u202Eרצוי 🩺");
            assertThat(page.locator("#texte")).hasValue(WORDS);
            assertThat(page.locator("[data-uploads] .card")).hasCount(0);

            page.locator("button[value=supprimer]").click();
            page.locator("form:has(input[name=confirme]) button").click();
            page.waitForURL(Pattern.compile(".*/brouillons.*"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, /error",
        "404, /boites/1/reception",
        "404, {box}/nowhere",
        "404, {box}/reception?n=abc",
        "400, {box}/reception?avant=abc",
        "400, {box}/reception?avant=-1",
        "400, {box}/messages/%00",
        "400, {box}/messages/..%2f..",
        "404, {box}/messages/received:$ne",
        "404, {box}/brouillons/1",
        "400, /annuaire/1",
        "404, /annuaire?boite=1",
        "400, /annuaire/personne",
    })
    void answersOddAddressesWithAPage(int status, String path) {
        var answer = session.send(session.request(filled(path))
                .setHeader("Accept", "text/html")
                .GET()
                .build());

        aPage(status, answer);
    }

    @ParameterizedTest
    @CsvSource({
        "400, {box}/brouillons/{draft}, " + FORM + ", version=1",
        "400, {box}/brouillons/{draft}, " + FORM + ", action=enregistrer&version=abc&objet=Autre",
        "400, {box}/brouillons/{draft}, " + FORM + ", action=enregistrer&version=99999999999999999999&objet=Autre",
        "404, {box}/brouillons/{draft}, " + FORM + ", action=retirer:1&version=1&objet=Autre",
        "400, {box}/brouillons/{draft}, multipart/form-data, action=enregistrer&version=1",
        "400, {box}/brouillons/{draft}, multipart/form-data;boundary=x, --x",
        "413, {box}/brouillons/{draft}, " + FORM + ", action=enregistrer&version=1&texte={long}",
        "413, {box}/brouillons/{draft}, multipart/form-data;boundary=x, {part}{long}{end}",
        "400, {box}/brouillons/{draft}, multipart/form-data;boundary=x, {part}cut",
        "404, {box}/reception, " + FORM + ", action=danser&choix=received:1",
        "400, {box}/nouveau, " + FORM + ", inReplyTo=received:1&action=danser",
        "404, {box}/nouveau, " + FORM + ", inReplyTo=received:1&action=reply",
        "405, /aide, " + FORM + ", a=b",
    })
    void answersOddFormsWithAPageAndChangesNothing(int status, String path, String type, String body) {
        var before = session.get(api() + "/drafts").toString();

        var answer = session.send(session.request(filled(path))
                .setHeader("Accept", "text/html")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body.replace("{part}", PART)
                        .replace("{end}", "\r\n--x--\r\n")
                        .replace("{long}", "a".repeat(20_000_000))))
                .build());

        aPage(status, answer);
        assertThat(session.get(api() + "/drafts").toString()).isEqualTo(before);
    }

    private static void told(Page page, String field, String sentence) {
        assertThat(page.locator("#" + field + "-fault")).isVisible();
        assertThat(page.locator("#" + field + "-fault")).containsText(sentence);
        if (!field.equals("fichiers")) {
            assertThat(page.locator("#" + field)).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#" + field))
                    .hasAttribute("aria-describedby", Pattern.compile(".*" + field + "-fault.*"));
        }
    }

    private static void aPage(int wanted, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(wanted);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body())
                .contains("<h1")
                .doesNotContain("Tomcat", "Exception", "Whitelabel", "HTTP Status", "fr.plisante");
    }

    private String api() {
        return box.replace("/boites/", "/api/mailbox/mailboxes/");
    }

    private String filled(String path) {
        return path.replace("{box}", box).replace("{draft}", draft);
    }
}
