package fr.plisante.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds in every file of the project, whichever module it belongs to. */
class TreeTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DECISIONS = ROOT.resolve("docs/adr");
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules");
    private static final List<Path> FILES = all(ROOT).toList();

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern PATH = Pattern.compile(
            "`((?!target/)(?:[\\w.…-]+/)+[\\w.-]+\\.(?:css|csv|ftl|html|java|js|json|md|patch|properties|sh|svg|txt|xml|ya?ml))`");
    private static final Pattern DECISION = Pattern.compile("\\bADR (\\d+)\\b");

    @Test
    void linksAndPathsInDocumentsLeadSomewhere() {
        assertThat(files(".md").flatMap(TreeTests::leadingNowhere)).isEmpty();
    }

    @Test
    void everyNumberOfADecisionIsGivenOnceOrSaidToBeFree() {
        var numbers = files(".md")
                .filter(file -> file.startsWith(DECISIONS))
                .map(file -> file.getFileName().toString().substring(0, 4))
                .toList();
        var first = read(DECISIONS.resolve("0001-record-decisions.md"));

        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(IntStream.rangeClosed(1, Integer.parseInt(numbers.getLast()))
                        .mapToObj("%04d"::formatted)
                        .filter(number -> numbers.contains(number) == first.contains("number " + number)))
                .isEmpty();
    }

    @Test
    void namesOnlyDecisionsThatThereAre() {
        var numbers = files(".md")
                .filter(file -> file.startsWith(DECISIONS))
                .map(file -> Integer.valueOf(file.getFileName().toString().substring(0, 4)))
                .toList();

        assertThat(Stream.of(".md", ".java", ".yaml", ".properties", ".xml")
                        .flatMap(TreeTests::files)
                        .flatMap(file -> found(DECISION, file)
                                .filter(match -> !numbers.contains(Integer.valueOf(match.group(1))))
                                .map(match -> ROOT.relativize(file) + ": " + match.group())))
                .isEmpty();
    }

    /** A test that is off, one that waits for time to pass, and a rule that may look at nothing prove nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Dis" + "abled",
                "Thread" + ".sleep",
                ".park" + "Nanos",
                "allowEmpty" + "Should",
                "failOnEmpty" + "Should"
            })
    void noTestUses(String word) {
        assertThat(Stream.of(".java", ".properties")
                        .flatMap(TreeTests::files)
                        .filter(file -> file.toString().contains("/src/test/")
                                || file.toString().contains("/test-kit/"))
                        .filter(file -> read(file).contains(word)))
                .isEmpty();
    }

    /** Links name a file from where the document is; paths do, or are the end of a file's path, where … stands for some folders. */
    private static Stream<String> leadingNowhere(Path document) {
        return Stream.concat(
                        found(LINK, document)
                                .map(match -> match.group(1))
                                .filter(link -> !Files.exists(document.resolveSibling(link))),
                        found(PATH, document)
                                .map(match -> match.group(1))
                                .filter(path -> !Files.exists(document.resolveSibling(path)) && !isEndOfAFile(path)))
                .map(path -> ROOT.relativize(document) + ": " + path);
    }

    private static boolean isEndOfAFile(String path) {
        var ending = Pattern.compile("/" + Pattern.quote(path).replace("…", "\\E.*\\Q") + "$");
        return FILES.stream().anyMatch(file -> ending.matcher(file.toString()).find());
    }

    private static Stream<MatchResult> found(Pattern pattern, Path file) {
        return pattern.matcher(read(file)).results();
    }

    private static Stream<Path> files(String ending) {
        return FILES.stream().filter(file -> file.toString().endsWith(ending));
    }

    private static Stream<Path> all(Path folder) {
        try (var here = Files.list(folder)) {
            return here.filter(path -> !NOT_OURS.contains(path.getFileName().toString())).sorted().toList().stream()
                    .flatMap(path -> Files.isDirectory(path) ? all(path) : Stream.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
