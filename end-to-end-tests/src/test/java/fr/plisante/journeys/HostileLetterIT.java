package fr.plisante.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.plisante.samples.SamplePerson;
import fr.plisante.samples.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What attackers and the whole world's scripts put into letters arrives unchanged and is shown harmlessly. */
class HostileLetterIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RAN = "a script ran";
    private static final Path CHEAT_SHEET =
            Path.of("..", "mailbox-service/src/test/resources/fr/plisante/mailbox/html/xss-cheat-sheet.txt");
    private static final String OBJECT =
            "د. ليلى 🫀 \u202Efdp.exe <img src=x onerror=alert(1)> </title><script>alert(1)</script> ${7*7} [[${7*7}]]";
    private static final String TEAM = "مركز القلب 🫀 \u202Egpj <b onmouseover=alert(1)>équipe</b>";
    /** Ends whatever a vector left open, so that the next one is not merely inside it. */
    private static final String CLOSERS =
            "\"'`>--></script></style></title></textarea></noscript></template></svg></math>"
                    + "</xml></xmp></select></object></iframe></frameset></form></table>";
    /** Names of files as they are sent, and as they are shown. */
    private static final Map<String, String> NAMES = names();

    private final Product product = Product.running();

    @Test
    void aLetterFullOfAttacksHarmsNobody() throws IOException {
        var sender = product.person("camille");
        var reader = product.person("jerome");
        var gateway = new AccessRequests(product.platform().publicUrl());
        var token = token(sender);
        var mailbox = "/api/mailbox/mailboxes/" + Belongings.mailbox(gateway, token);
        var draft = gateway.json(token, "POST", mailbox + "/drafts", Map.of())
                .get("draftId")
                .asString();
        var attacks = attacks();
        gateway.json(token, "PUT", mailbox + "/drafts/" + draft, draft(reader, String.join("", attacks)));
        var files = files();
        var before = product.mails().last(reader.email());

        // Without the content security policy too: it is the second wall, not the only one.
        try (var writing = Visitor.with(product, "fr-FR", 1366, ColorScheme.LIGHT);
                var reading = Visitor.with(product, "fr-FR", 1366, ColorScheme.LIGHT)) {
            var harm = new ArrayList<String>();
            watch(writing, harm);
            watch(reading, harm);

            // The attacks are in the editor, as a draft and as what somebody pastes.
            writing.open(mailbox.replace("/api/mailbox/mailboxes/", "/boites/") + "/brouillons/" + draft, sender);
            assertThat(writing.page().locator(".ProseMirror")).containsText("fin " + attacks.size());
            writing.paste(String.join("", attacks));
            writing.page()
                    .locator("input[type=file]")
                    .setInputFiles(files.entrySet().stream()
                            .map(file -> new FilePayload(file.getKey(), "text/html", file.getValue()))
                            .toArray(FilePayload[]::new));
            assertThat(writing.page().locator("[data-uploads] progress")).hasCount(0);
            writing.button("Envoyer").click();
            writing.page().waitForURL(Pattern.compile(".*/envoyes.*"));
            seesObjectInList(writing);

            var notice = product.mails()
                    .after(before, reader.email(), mail -> mail.text().contains("/messages/"));
            reading.open(notice.link(product.url()), reader);
            assertThat(reading.page().locator("h1#objet")).hasText(OBJECT);
            assertThat(reading.page().locator("h1#objet")).hasAttribute("dir", "auto");
            var letter = reading.page().frameLocator("iframe.body");
            assertThat(letter.locator("body")).containsText("fin " + attacks.size());
            assertThat(
                            letter.locator(
                                    "script,style:not(head style),iframe,object,embed,form,input,button,svg,math,img,meta:not([charset]),link,base"))
                    .hasCount(0);
            seesObjectInList(reading);
            for (var file : files.entrySet()) {
                assertThat(downloaded(reading, NAMES.get(file.getKey()))).isEqualTo(file.getValue());
            }

            // Quoted in an answer, and opened on its own past our page.
            var body = reading.page().locator("iframe.body").getAttribute("src");
            reading.button("Répondre").click();
            assertThat(reading.page().locator(".ProseMirror blockquote")).containsText("fin " + attacks.size());
            writing.seesNothingWrong();
            reading.seesNothingWrong();
            reading.page().navigate(body);
            assertThat(reading.page().locator("body")).containsText("fin " + attacks.size());

            assertThat(harm).isEmpty();
        }
        unchanged(gateway, token(reader), reader, files);
    }

    @Test
    void namesOfTheWholeWorldAreShownAsTheyAre() {
        var helene = product.person("helene");
        var sender = product.person("camille");
        var reader = product.person("noemie");
        var gateway = new AccessRequests(product.platform().publicUrl());
        var before = product.mails().last(reader.email());
        var team = team(gateway, token(helene), accountId(token(sender)));

        try (var writing = Visitor.french(product);
                var reading = Visitor.french(product)) {
            var harm = new ArrayList<String>();
            watch(writing, harm);
            watch(reading, harm);
            Awaitility.await("the mailbox of the team")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> gateway.status(token(sender), "/api/mailbox/mailboxes/" + team) == 200);
            writing.open("/boites/" + team + "/reception", sender);
            writing.beginLetter();
            assertThat(writing.page().locator("bdi.which-name")).hasText(TEAM);

            // Nothing but an attachment.
            writing.page().locator("#a").fill(reader.address() + ",");
            writing.page()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("seul.txt", "text/plain", "seul".getBytes(StandardCharsets.UTF_8)));
            assertThat(writing.page().locator("[data-uploads] progress")).hasCount(0);
            writing.button("Envoyer").click();
            writing.page().waitForURL(Pattern.compile(".*/envoyes.*"));

            var notice = product.mails()
                    .after(before, reader.email(), mail -> mail.text().contains("/messages/"));
            assertThat(notice.subject()).contains("مركز القلب 🫀").doesNotContain("\u202E", "\r", "\n");
            reading.open(notice.link(product.url()), reader);
            assertThat(reading.page().locator("h1#objet")).hasText("(sans objet)");
            assertThat(reading.page().locator(".message-head .person-name bdi").first())
                    .hasText(TEAM);
            assertThat(reading.page().locator("#liste .row.current .names > bdi"))
                    .hasText(TEAM);
            assertThat(new String(downloaded(reading, "seul.txt"), StandardCharsets.UTF_8))
                    .isEqualTo("seul");

            assertThat(harm).isEmpty();
            writing.seesNothingWrong();
            reading.seesNothingWrong();
        }
    }

    /** Notes every dialog, and every request that goes anywhere but to the product. */
    private void watch(Visitor visitor, List<String> harm) {
        visitor.page()
                .context()
                .addInitScript("window.alert = window.confirm = window.prompt = (said) => console.error('" + RAN
                        + ": ' + said)");
        visitor.page().onDialog(dialog -> {
            harm.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        visitor.page().onConsoleMessage(message -> {
            if (message.text().contains(RAN)) {
                harm.add(message.text());
            }
        });
        visitor.page().onPopup(popup -> harm.add("popup: " + popup.url()));
        visitor.page().context().onRequest(request -> {
            if (!request.url().startsWith(product.url()) && !request.url().startsWith("data:")) {
                harm.add("request: " + request.url());
            }
        });
    }

    /** An object stands apart from what is beside it, whichever way it is written. */
    private static void seesObjectInList(Visitor visitor) {
        var object = visitor.page().locator("bdi.subject").filter(new Locator.FilterOptions().setHasText("fdp.exe"));
        assertThat(object.first()).hasText(OBJECT);
        assertThat(visitor.page()).hasTitle(Pattern.compile(".*Plisanté"));
    }

    private static byte[] downloaded(Visitor visitor, String name) {
        Download download = visitor.page()
                .waitForDownload(() -> visitor.page()
                        .locator("a[download]")
                        .filter(new Locator.FilterOptions()
                                .setHas(visitor.page()
                                        .locator("bdi.file-name")
                                        .getByText(name, new Locator.GetByTextOptions().setExact(true))))
                        .first()
                        .click());
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names and bytes as a program gets them. */
    private static void unchanged(
            AccessRequests gateway, String token, SamplePerson reader, Map<String, byte[]> files) {
        var mailbox = "/api/mailbox/mailboxes/" + Belongings.mailbox(gateway, token);
        var entry = gateway.json(token, "GET", mailbox + "/entries?folder=inbox&limit=1", null)
                .get("items")
                .get(0);
        assertThat(entry.get("subject").asString()).isEqualTo(OBJECT);
        assertThat(entry.get("to").get(0).get("address").asString()).isEqualTo(reader.address());
        var letter = mailbox + "/entries/" + entry.get("entryId").asString();
        for (var part : gateway.json(token, "GET", letter, null).get("parts")) {
            var answer = gateway.send(
                    gateway.to(letter + "/parts/" + part.get("part").asInt(), token)
                            .build());
            var disposition = answer.headers().firstValue("Content-Disposition").orElseThrow();
            assertThat(disposition.replace("\\\"", ""))
                    .startsWith("attachment; filename=")
                    .doesNotContain("/", "\\", "\u202E", "%2F", "%5C", "%E2%80%AE");
            assertThat(files.values()).contains(answer.body().getBytes(StandardCharsets.ISO_8859_1));
            assertThat(NAMES).containsValue(part.get("name").asString());
        }
    }

    private static String team(AccessRequests gateway, String token, String member) {
        var wanted = Map.of(
                "name",
                TEAM,
                "localPart",
                "equipe-" + UUID.randomUUID(),
                "structure",
                "Centre hospitalier Exemple",
                "structureDomain",
                "ch-exemple",
                "regionId",
                "oc",
                "redList",
                true,
                "members",
                List.of(member));
        var request = gateway.to("/api/registration/mailboxes", token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(wanted)));
        var answer = gateway.send(request.build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("mailboxId").asString();
    }

    private static String accountId(String token) {
        var claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JSON.readTree(claims).get("accountId").asString();
    }

    private String token(SamplePerson person) {
        var signIn =
                new SignIn(product.platform().publicUrl(), product.platform().url("smtp-sink"));
        var secret = product.platform().secrets().client("gateway");
        return signIn.tokens(person.email(), person.password(), secret).access();
    }

    private static Map<String, Object> draft(SamplePerson reader, String html) {
        return Map.of("version", 1, "to", List.of(reader.address()), "cc", List.of(), "subject", OBJECT, "html", html);
    }

    /** The vectors, each between two marks. */
    private static List<String> attacks() throws IOException {
        var vectors = Files.readString(CHEAT_SHEET).strip().split("\n\n");
        assertThat(vectors).hasSizeGreaterThan(60);
        var attacks = new ArrayList<String>();
        for (var vector : vectors) {
            var number = attacks.size() + 1;
            attacks.add("<p>début " + number + "</p>" + vector + CLOSERS + "<p>fin " + number + "</p>");
        }
        return attacks;
    }

    private static Map<String, byte[]> files() {
        var random = new Random(7);
        var files = new LinkedHashMap<String, byte[]>();
        for (var name : NAMES.keySet()) {
            // Seven bits, so that a client may read them as text and still compare them.
            var bytes = new byte[3_000];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] &= 0x7f;
            }
            files.put(name, bytes);
        }
        return files;
    }

    private static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put("é".repeat(251) + ".pdf", "é".repeat(251) + ".pdf");
        names.put("../../etc/passwd", "passwd");
        names.put("C:\\x\\y.pdf", "y.pdf");
        names.put("rapport \u202Efdp.exe", "rapport fdp.exe");
        names.put("صورة 🩻.png", "صورة 🩻.png");
        names.put("<img src=x onerror=alert(1)>.html", "<img src=x onerror=alert(1)>.html");
        names.put("\"; filename=autre.exe; x=\".txt", "\"; filename=autre.exe; x=\".txt");
        return names;
    }
}
