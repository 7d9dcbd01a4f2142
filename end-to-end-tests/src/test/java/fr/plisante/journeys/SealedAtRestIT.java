package fr.plisante.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is stored is sealed: a letter's words are in no file of the store, of Kafka, of a blob or of a log. */
class SealedAtRestIT {

    /** ASCII, so that every way of writing text down would show it. */
    private static final String MARKER = "qzvkxjwpmarker7193";

    @Test
    void findsNothingOfALetterInAnythingStored() throws IOException {
        var product = Product.running();
        var sender = product.person("maelys");
        var reader = product.person("anais");
        var before = product.mails().last(reader.email());

        try (var writing = Visitor.french(product);
                var reading = Visitor.french(product)) {
            writing.open("/", sender);
            writing.beginLetter();
            writing.page().locator("#a").fill(reader.address() + ",");
            writing.page()
                    .getByLabel("Objet", new Page.GetByLabelOptions().setExact(true))
                    .fill("Objet " + MARKER);
            writing.page().locator(".ProseMirror").click();
            writing.page().keyboard().insertText("Corps " + MARKER);
            writing.page()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "nom-" + MARKER + ".txt",
                            "text/plain",
                            ("contenu " + MARKER).repeat(20).getBytes(StandardCharsets.UTF_8)));
            assertThat(writing.page().locator("[data-uploads] li progress")).hasCount(0);
            writing.button("Envoyer").click();
            writing.page().waitForURL(Pattern.compile(".*/envoyes.*"));

            var notice = product.mails()
                    .after(before, reader.email(), mail -> mail.text().contains("/messages/"));
            reading.open(notice.link(product.url()), reader);
            assertThat(reading.page().frameLocator("iframe.body").locator("body"))
                    .containsText(MARKER);
            reading.page()
                    .waitForDownload(() -> reading.page()
                            .locator("a[download]")
                            .filter(new Locator.FilterOptions().setHasText(MARKER))
                            .click());
        }

        var data = product.platform().layout().data();
        assertThat(searched(data, "Anaïs"))
                .as("the search itself finds what is there")
                .isNotEmpty();
        for (var written : spellings(MARKER)) {
            assertThat(searched(data, written))
                    .as("files that hold %s", written)
                    .isEmpty();
        }
    }

    /** The marker as it is, in base64 at each of the three offsets, in hexadecimal and in UTF-16. */
    private static List<String> spellings(String marker) {
        var all = new ArrayList<>(List.of(marker));
        for (int offset = 0; offset < 3; offset++) {
            var encoded =
                    Base64.getEncoder().encodeToString(("x".repeat(offset) + marker).getBytes(StandardCharsets.UTF_8));
            all.add(encoded.substring(offset == 0 ? 0 : 4, encoded.length() - 4));
        }
        var hex = new StringBuilder();
        marker.chars().forEach(c -> hex.append(Integer.toHexString(c)));
        all.add(hex.toString());
        var wide = new StringBuilder();
        marker.chars().forEach(c -> wide.append((char) c).append('\0'));
        all.add(wide.toString());
        return all;
    }

    private static List<Path> searched(Path folder, String text) throws IOException {
        var found = new ArrayList<Path>();
        var wanted = text.getBytes(StandardCharsets.UTF_8);
        try (var files = Files.walk(folder)) {
            // The relay's own captured mails are the other side of the world; Keycloak and jars hold no letters.
            for (var file : files.filter(Files::isRegularFile)
                    .filter(SealedAtRestIT::ours)
                    .toList()) {
                try {
                    if (indexOf(Files.readAllBytes(file), wanted) >= 0) {
                        found.add(file);
                    }
                } catch (NoSuchFileException _) {
                    // Deleted since it was listed: it stores nothing any more.
                }
            }
        }
        return found;
    }

    private static boolean ours(Path file) {
        var name = file.toString();
        return !name.endsWith(".jar") && !name.contains("/keycloak/lib/") && !name.endsWith(".aot");
    }

    private static int indexOf(byte[] text, byte[] wanted) {
        outer:
        for (int i = 0; i <= text.length - wanted.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                if (text[i + j] != wanted[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }
}
