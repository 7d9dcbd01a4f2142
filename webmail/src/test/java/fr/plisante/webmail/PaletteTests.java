package fr.plisante.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The colours of pages and mails stand in {@code palette.properties} and are named everywhere else. */
class PaletteTests {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern COLOUR = Pattern.compile("(#[0-9a-f]{6})\\b");
    private static final Pattern NAME = Pattern.compile("\\bpalette\\(([a-z.-]+)\\)");

    private final Properties palette = palette();

    @Test
    void noColourOfThePaletteIsWrittenByHand() {
        var written = uses(COLOUR);

        assertThat(written).isNotEmpty();
        assertThat(written).filteredOn(use -> palette.containsValue(use.what())).isEmpty();
    }

    @Test
    void everyColourThatIsNamedIsInThePaletteAndTheOtherWayRound() {
        assertThat(uses(NAME)).extracting(Use::what).containsOnlyElementsOf(palette.stringPropertyNames());
    }

    private static List<Use> uses(Pattern wanted) {
        return sources()
                .flatMap(file -> wanted.matcher(text(file).toLowerCase(Locale.ROOT))
                        .results()
                        .map(match -> new Use(PROJECT.relativize(file), match.group(1))))
                .toList();
    }

    /** The main sources of modules, which stand one or two folders deep. */
    private static Stream<Path> sources() {
        return find(PROJECT, 4, ".*/src/main")
                .flatMap(main -> find(main, 20, ".*\\.(css|js|html|ftl|svg|java|properties)"));
    }

    private static Stream<Path> find(Path folder, int depth, String pattern) {
        try (var found =
                Files.find(folder, depth, (path, attributes) -> path.toString().matches(pattern))) {
            return found.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties palette() {
        var palette = new Properties();
        try (Reader text = new StringReader(text(PROJECT.resolve("palette.properties")))) {
            palette.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return palette;
    }

    /** A colour, or the name of one, in a file. */
    private record Use(Path file, String what) {}
}
