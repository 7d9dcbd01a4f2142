package fr.plisante.webmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The ids of elements stand in the templates alone: whatever else names one means an element that is there. */
class IdsTests {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern GIVEN = Pattern.compile("\\bid=\"([\\w-]+)\"");
    private static final Pattern BY_SCRIPTS =
            Pattern.compile("getElementById\\('([\\w-]+)'\\)|target\\.id === '([\\w-]+)'|['`]#([a-z][\\w-]*)[ '`]");
    private static final Pattern BY_TEMPLATES =
            Pattern.compile("(?:hx-target|hx-select)=\"#([\\w-]+)\"|(?:aria-labelledby|for)=\"([\\w-]+)\"");
    private static final Pattern COLOUR = Pattern.compile("[0-9a-f]{6}");

    @Test
    void namedByScriptsAreInATemplate() throws IOException {
        assertThat(named(MAIN.resolve("web"), ".js", BY_SCRIPTS))
                .hasSizeGreaterThan(10)
                .isSubsetOf(named(MAIN.resolve("resources/templates"), ".html", GIVEN));
    }

    @Test
    void namedByTemplatesAreInATemplate() throws IOException {
        assertThat(named(MAIN.resolve("resources/templates"), ".html", BY_TEMPLATES))
                .hasSizeGreaterThan(10)
                .isSubsetOf(named(MAIN.resolve("resources/templates"), ".html", GIVEN));
    }

    private static Set<String> named(Path folder, String ending, Pattern pattern) throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(found -> {
                    for (int group = 1; group <= found.groupCount(); group++) {
                        if (found.group(group) != null
                                && !COLOUR.matcher(found.group(group)).matches()) {
                            names.add(found.group(group));
                        }
                    }
                });
            }
        }
        return names;
    }
}
