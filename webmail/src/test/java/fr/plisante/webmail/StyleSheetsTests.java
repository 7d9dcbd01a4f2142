package fr.plisante.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Style sheets are small, and each one is a layer of its own name. */
class StyleSheetsTests {

    private static final Path SOURCES = Path.of("src/main/web");
    private static final Pattern LAYER = Pattern.compile("^@layer (\\w+) \\{", Pattern.MULTILINE);
    private static final int MOST_ON_THE_FIRST_PAGE = 15_000;

    @Test
    void areSmallOnTheFirstPage() throws IOException {
        var webmail = RunningWebmail.afresh();
        var page = webmail.page("/boites/" + StoredMail.OWN + "/reception");

        var loaded = page.select("link[rel=stylesheet]:not([disabled], [media=print])")
                .eachAttr("href");

        assertThat(loaded).hasSize(1);
        assertThat(webmail.get(loaded.getFirst(), webmail.tokens.doctor())
                        .body()
                        .length())
                .isBetween(5_000, MOST_ON_THE_FIRST_PAGE);
    }

    @Test
    void areOneLayerOfTheirOwnNameEach() throws IOException {
        var order = Files.readString(SOURCES.resolve("app.css"));
        try (var files = Files.list(SOURCES)) {
            var sheets = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".css")
                            && !List.of("app.css", "fonts.css").contains(name))
                    .toList();

            assertThat(sheets).hasSizeGreaterThan(5).allSatisfy(sheet -> {
                var name = sheet.replace(".css", "");
                assertThat(LAYER.matcher(Files.readString(SOURCES.resolve(sheet)))
                                .results())
                        .singleElement()
                        .satisfies(layer -> assertThat(layer.group(1)).isEqualTo(name));
                assertThat(order).containsPattern("@layer [\\w, ]*\\b" + name + "\\b");
            });
        }
    }

    /** Of faces with a character in common a browser takes the last, and fetches its file. */
    @Test
    void takeOeFromTheFontsThatEveryPageHas() throws IOException {
        var faces = Files.readAllLines(SOURCES.resolve("fonts.css")).stream()
                .filter(line -> line.startsWith("@font-face"))
                .toList();

        assertThat(faces).last().asString().contains("inter-latin-600").doesNotContain("unicode-range");
        assertThat(faces.get(faces.size() - 2)).contains("inter-latin-400").doesNotContain("unicode-range");
    }
}
