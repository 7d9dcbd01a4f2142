package fr.plisante.mailbox.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTextTests {

    @Test
    void keepsParagraphsListsLinksAndQuotations() {
        var text = MessageText.of("""
                <p>Bonjour,</p><ul><li>un</li><li>deux <b>gras</b></li></ul>\
                <p>Voir <a href="https://exemple.example/a">ici</a><br>Fin</p>\
                <blockquote><p>Cité</p><blockquote>Plus tôt</blockquote></blockquote>""");

        assertThat(text).isEqualTo("""
                        Bonjour,

                        - un
                        - deux gras
                        Voir ici <https://exemple.example/a>
                        Fin

                        > Cité
                        >
                        > > Plus tôt""");
    }

    @Test
    void givesEachRowOfATableALineAndATabBetweenItsCells() {
        var text = MessageText.of("""
                <p>Ionogramme</p>
                <table><thead><tr><th></th><th>Résultat</th><th>Normes</th></tr></thead>
                <tbody><tr><td><p>Sodium</p></td><td>140 <b>mmol/l</b></td><td>135<br>à 145</td></tr>
                <tr><td>Potassium</td><td></td><td><ul><li>3,5</li><li>5,0</li></ul></td></tr></tbody></table>
                <p>Cordialement</p>""");

        assertThat(text).isEqualTo("""
                        Ionogramme

                        \tRésultat\tNormes
                        Sodium\t140 mmol/l\t135 à 145
                        Potassium\t\t- 3,5 - 5,0

                        Cordialement""");
    }

    @Test
    void quotesATableRowByRow() {
        assertThat(MessageText.of("<blockquote><table><tr><td></td><td>Na</td></tr><tr><td>matin</td><td>140</td></tr>"
                        + "</table></blockquote>"))
                .isEqualTo("> \tNa\n> matin\t140");
    }

    @Test
    void keepsATableWithinACellOnItsLine() {
        assertThat(MessageText.of("<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr>"
                        + "</table>"))
                .isEqualTo("a b c\td");
    }

    @Test
    void keepsCellsApartInThePreview() {
        assertThat(MessageText.preview(
                        "<table><tr><td>K</td><td>4,1</td></tr><tr><td>Na</td><td>140</td></tr></table>"))
                .isEqualTo("K 4,1 Na 140");
    }

    @Test
    void previewsTheFirstWordsWithoutWhatIsQuoted() {
        assertThat(
                        MessageText.preview(
                                "<p>Merci.</p><p>Le 21 novembre 2026 à 18:04, Camille EXEMPLE a écrit :</p><blockquote>Secret</blockquote>"))
                .isEqualTo("Merci.");
        assertThat(MessageText.preview("<p>" + "mot ".repeat(100) + "</p>"))
                .hasSizeLessThanOrEqualTo(141)
                .endsWith("mot…");
        assertThat(MessageText.preview("<p>" + "😀".repeat(200) + "</p>")).isEqualTo("😀".repeat(140) + "…");
    }

    @Test
    void makesNoMegabytesOfAFewTags() {
        var text = MessageText.of("<blockquote>".repeat(200) + "<br>x".repeat(10_000));

        assertThat(text).hasSizeLessThan(200_000).endsWith("> > > > > x");
    }

    @Test
    void staysQuickWhateverIsQuoted() {
        assertThat(MessageText.of("<blockquote><p>x</p></blockquote>".repeat(20_000)))
                .startsWith("> x");
    }
}
