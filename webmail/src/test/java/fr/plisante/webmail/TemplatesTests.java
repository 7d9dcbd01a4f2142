package fr.plisante.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Templates can be read on a screen, and say a picture by its name. */
class TemplatesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final int WIDEST = 160;

    @Test
    void haveNoLineThatIsTooLong() throws IOException {
        assertThat(lines(line -> line.codePointCount(0, line.length()) > WIDEST))
                .isEmpty();
    }

    @Test
    void takeEachIconFromItsFragment() throws IOException {
        assertThat(lines(line -> line.contains("class=\"icon\""))).containsOnly("pieces.html");
    }

    /** The files of the lines that fit. */
    private static List<String> lines(Predicate<String> wanted) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.list(TEMPLATES)) {
            for (var file : files.sorted().toList()) {
                Files.readAllLines(file).stream()
                        .filter(wanted)
                        .forEach(line -> found.add(file.getFileName().toString()));
            }
        }
        return found;
    }
}
