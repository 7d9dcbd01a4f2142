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
