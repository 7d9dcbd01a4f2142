package fr.plisante.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.events.directory.DirectoryEntryChanged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTests {

    @TempDir
    Path folder;

    private EntryIndex index;

    @BeforeEach
    void fill() throws IOException {
        index = EntryIndex.open(folder);
        for (var entry : PopulationFixture.everyone()) {
            index.keep(entry, 1);
        }
        index.refresh();
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void putsTheNameBeforeItsBeginningBeforeTheFirstNameBeforeThePlace() throws IOException {
        assertThat(named("martin"))
                .containsExactly("Martin Claire", "Martin Jean", "Martineau Paul", "Durand Martin", "Petit Zoé");
    }

    @Test
    void findsAsOneTypes() throws IOException {
        assertThat(named("mar")).contains("Martin Claire", "Martineau Paul");
        assertThat(named("martine")).containsExactly("Martineau Paul");
        assertThat(named("cardio"))
                .containsExactly("Secrétariat Cardiologie", "LE GALL Yann", "LEGALLAIS Anne", "Martin Claire");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"d'aubigne", "D’AUBIGNÉ", "d aubigné", "daubigne", "aubigne", "aubi", "d'aub", "lea d'aubigne"})
    void findsAnApostropheEitherWay(String typed) throws IOException {
        assertThat(named(typed)).containsExactly("d’Aubigné Léa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"le gall", "LE GALL", "yann le gall", "le gall y"})
    void findsAParticleApart(String typed) throws IOException {
        assertThat(named(typed)).first().isEqualTo("LE GALL Yann");
    }

    @Test
    void findsAParticleWrittenTogether() throws IOException {
        assertThat(named("legall")).containsExactly("LE GALL Yann", "LEGALLAIS Anne");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jean-marc", "jean marc", "jeanmarc", "JEAN MARC dupont", "dupont-lefevre", "lefevre jean"})
    void findsAHyphenEitherWay(String typed) throws IOException {
        assertThat(named(typed)).first().isEqualTo("Dupont-Lefèvre Jean-Marc");
    }

    @ParameterizedTest
    @CsvSource({"oeillet,Œillet Noël", "NOEL,Œillet Noël", "lefe\u0300vre,Dupont-Lefèvre Jean-Marc", "ly anne,Ly Anne"})
    void mindsNeitherAccentsNorCaseNorLigatures(String typed, String found) throws IOException {
        assertThat(named(typed)).first().isEqualTo(found);
    }

    @Test
    void findsByAddress() throws IOException {
        assertThat(named("jean.martin@medecin.oc")).first().isEqualTo("Martin Jean");
    }

    @Test
    void wantsEveryWord() throws IOException {
        assertThat(named("martin toulouse")).containsExactly("Martin Claire");
        assertThat(named("martin nowhere")).isEmpty();
    }

    @Test
    void takesEachCriterionInItsPlace() throws IOException {
        assertThat(found(new SearchCriteria(null, "martin", null, null, null, null, null, null)))
                .containsExactly("Martin Claire", "Martin Jean", "Martineau Paul");
        assertThat(found(new SearchCriteria(null, null, "martin", null, null, null, null, null)))
                .containsExactly("Durand Martin");
        assertThat(found(new SearchCriteria(null, null, null, null, "cardiologie", "nimes", null, null)))
                .containsExactly("LE GALL Yann", "LEGALLAIS Anne");
        assertThat(found(new SearchCriteria(null, null, null, null, "SM04", "toulouse", null, null)))
                .containsExactly("Martin Claire");
        assertThat(found(new SearchCriteria("cardiologie", null, null, null, null, null, null, "org")))
                .containsExactly("Secrétariat Cardiologie");
    }

    @Test
    void takesOutWhoIsOnTheRedListAndNeverLetsAnOlderWordBringThemBack() throws IOException {
        var claire = PopulationFixture.everyone().getFirst();
        index.keep(PopulationFixture.unlisted(claire), 3);
        index.keep(claire, 2);
        index.refresh();
        index.keep(claire, 2);
        index.refresh();

        assertThat(named("claire")).isEmpty();
        assertThat(index.find(claire.entryId())).isEmpty();
    }

    @Test
    void replacesAnEntryByItsNewerState() throws IOException {
        index.keep(PopulationFixture.person("Martin", "Claire", "Médecin", "Neurologie", "Toulouse"), 2);
        index.refresh();

        assertThat(named("claire")).containsExactly("Martin Claire");
        assertThat(named("claire neuro")).containsExactly("Martin Claire");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ma", "d'a", "é.è", "+-*"})
    void asksForThreeLetters(String typed) {
        assertThat(anywhere(typed).isLongEnough()).isFalse();
    }

    @Test
    void takesThreeLettersInAll() {
        assertThat(anywhere("mar").isLongEnough()).isTrue();
        assertThat(new SearchCriteria(null, "ly", "a", null, null, null, null, null).isLongEnough())
                .isTrue();
    }

    @Test
    void mindsNoStrangeText() throws IOException {
        assertThat(named("a".repeat(5000))).isEmpty();
        assertThat(named("x y z ".repeat(500))).isEmpty();
        assertThat(named("name:martin AND (\"")).isEmpty();
    }

    private List<String> named(String typed) throws IOException {
        return found(anywhere(typed));
    }

    private static SearchCriteria anywhere(@Nullable String typed) {
        return new SearchCriteria(typed, null, null, null, null, null, null, null);
    }

    private List<String> found(SearchCriteria criteria) throws IOException {
        return index.search(Ranking.of(criteria), EntryDocument.ORDER, 50).stream()
                .map(RankingTests::label)
                .toList();
    }

    private static String label(DirectoryEntryChanged entry) {
        return entry.givenName() == null ? entry.name() : entry.name() + " " + entry.givenName();
    }
}
