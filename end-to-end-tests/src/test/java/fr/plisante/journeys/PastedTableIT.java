package fr.plisante.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import fr.plisante.samples.SamplePerson;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A blood test that is pasted keeps every value beside its name, wherever the message is written, read or printed. */
class PastedTableIT {

    /** In rows, as the laboratory's page shows it; an empty cell stays where it is. */
    private static final List<List<String>> RESULTS = List.of(
            List.of("Examen", "Résultat", "Valeurs usuelles", "Antériorité"),
            List.of("HbA1c", "7,2 %", "4,0 – 6,0 %", "6,8 %"),
            List.of("Créatinine", "82 µmol/L", "49 – 90 µmol/L", ""),
            List.of("Potassium", "4,1 mmol/L", "3,5 – 5,1 mmol/L", "4,3 mmol/L"));

    /** What a spreadsheet puts on the clipboard, apart from what is cut away here of its style sheet. */
    private static final String SPREADSHEET = """
            <html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
            xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
            <head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
            <style><!--table {mso-displayed-decimal-separator:"\\,";} .xl65 {mso-number-format:"\\@"; border:.5pt solid;}--></style></head>
            <body link="#0563C1" vlink="#954F72">
            <table border=0 cellpadding=0 cellspacing=0 width=348 style='border-collapse:collapse;width:260pt'>
            <!--StartFragment--><col width=87 span=4 style='width:65pt'>%s<!--EndFragment--></table></body></html>""";

    private final Product product = Product.running();

    @Test
    void theTableOfALaboratorysPageKeepsItsRowsAndCells() {
        travels("laboratory", this::copiedFromAPage);
    }

    @Test
    void theCellsOfASpreadsheetKeepTheirRowsAndCells() {
        var rows = RESULTS.stream()
                .map(row -> row.stream()
                        .map(cell -> "<td class=xl65 width=87 style='width:65pt'>" + cell + "</td>")
                        .collect(Collectors.joining("\n", "<tr height=20 style='height:15.0pt'>\n", "</tr>\n")))
                .collect(Collectors.joining("\n"));
        travels("spreadsheet", writing -> writing.paste(SPREADSHEET.formatted(rows)));
    }

    private void travels(String source, Consumer<Visitor> pasting) {
        var subject = "Bilan sanguin " + UUID.randomUUID();
        SamplePerson sender = product.person("zoe");
        SamplePerson reader = product.person("noemie");
        var before = product.mails().last(reader.email());
        try (var writing = Visitor.french(product);
                var reading = Visitor.french(product)) {
            writing.open("/", sender);
            writing.beginLetter();
            var page = writing.page();
            page.locator("#a").fill(reader.address() + ",");
            page.getByLabel("Objet", new Page.GetByLabelOptions().setExact(true))
                    .fill(subject);
            page.locator(".ProseMirror").click();
            page.keyboard().insertText("Voici le bilan :");
            page.keyboard().press("Enter");
            pasting.accept(writing);
            holdsTheResults(page.locator(".ProseMirror table"));
            page.keyboard().insertText("Bien à vous.");
            writing.picture("pasted-" + source + "-editor");

            writing.button("Enregistrer comme brouillon").click();
            assertThat(page.locator("#state")).containsText("Brouillon enregistré à");
            page.locator("#places a[href$=brouillons]").click();
            page.locator("main a")
                    .filter(new Locator.FilterOptions().setHasText(subject))
                    .first()
                    .click();
            holdsTheResults(page.locator(".ProseMirror table"));
            assertThat(page.locator(".ProseMirror > p").last()).hasText("Bien à vous.");
            writing.button("Envoyer").click();
            page.waitForURL(Pattern.compile(".*/envoyes.*"));

            var notice = product.mails()
                    .after(before, reader.email(), mail -> mail.text().contains("/messages/"));
            reading.open(notice.link(product.url()), reader);
            assertThat(reading.page().locator("h1#objet")).hasText(subject);
            holdsTheResults(reading.page().frameLocator("iframe.body").locator("table"));
            reading.picture("pasted-" + source + "-reader");
            printed(reading, source);
            inPlainText(reading);

            reading.button("Répondre").click();
            holdsTheResults(reading.page().locator(".ProseMirror blockquote table"));
            reading.picture("pasted-" + source + "-answer");
            writing.seesNothingWrong();
            reading.seesNothingWrong();
        }
    }

    /** Chosen with the keyboard on a page of another house, copied there and pasted here. */
    private void copiedFromAPage(Visitor writing) {
        var rows = RESULTS.stream()
                .map(row -> row.stream().map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining()))
                .collect(Collectors.joining("</tr><tr>", "<tr>", "</tr>"));
        var laboratory = writing.page().context().newPage();
        laboratory.setContent("""
                <style>td { border: 1px solid #999; padding: 4px 12px; font-family: Arial } tr:first-child { background: #def }</style>
                <table contenteditable><tbody>%s</tbody></table>""".formatted(rows));
        laboratory.locator("td").first().click();
        laboratory.keyboard().press("Control+A");
        laboratory.keyboard().press("Control+C");
        laboratory.close();
        writing.page().bringToFront();
        writing.page().keyboard().press("Control+V");
    }

    private static void holdsTheResults(Locator table) {
        assertThat(table).hasCount(1);
        assertThat(table.locator("td, th"))
                .hasCount(RESULTS.size() * RESULTS.getFirst().size());
        assertThat(table.evaluate(
                        "table => [...table.rows].map(row => [...row.cells].map(cell => cell.innerText.trim()))"))
                .isEqualTo(RESULTS);
    }

    /** On paper the text takes the frame's place: a line for each row, and every value under its heading. */
    private static void printed(Visitor reading, String source) {
        var page = reading.page();
        // Truly printed: the page is told before it is laid out for paper, and fills in the text.
        page.pdf(new Page.PdfOptions().setPath(Path.of("target", "screenshots", "pasted-" + source + ".pdf")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        var paper = page.locator(".text-body");
        assertThat(paper).isVisible();
        assertThat(rows(paper.innerText())).containsAll(RESULTS);
        for (int i = 0; i < RESULTS.getFirst().size(); i++) {
            var column = i;
            assertThat(RESULTS.stream().map(row -> row.get(column)).filter(cell -> !cell.isEmpty()))
                    .as("all of a column begins below its heading")
                    .extracting(cell -> beginsAt(paper, cell))
                    .containsOnly(beginsAt(paper, RESULTS.getFirst().get(column)));
        }
        reading.picture("pasted-" + source + "-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /** How far from the left a cell begins, in whole pixels. */
    private static Object beginsAt(Locator paper, String cell) {
        return paper.evaluate("""
                (paper, cell) => {
                  const range = document.createRange();
                  const at = paper.firstChild.data.indexOf(cell);
                  range.setStart(paper.firstChild, at);
                  range.setEnd(paper.firstChild, at + cell.length);
                  return Math.round(range.getBoundingClientRect().left);
                }""", cell);
    }

    private static void inPlainText(Visitor reading) {
        var body = reading.page().locator("iframe.body").getAttribute("src");
        var text = reading.page().request().get(body.replaceFirst("/body$", "/text"));
        assertThat(text.status()).isEqualTo(200);
        assertThat(rows(text.text())).containsAll(RESULTS);
        assertThat(text.text()).contains("Voici le bilan :").contains("Bien à vous.");
    }

    /** The lines of a text that are rows: their cells stand a tab apart. */
    private static List<List<String>> rows(String text) {
        return text.lines()
                .map(line -> List.of(line.split("\t", -1)))
                .map(line -> line.stream().map(String::strip).toList())
                .toList();
    }
}
