package fr.plisante.webmail.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTests {

    private static final String RESULTS = """
            <p>Bilan :</p><table><tbody><tr><th>Analyse</th><th>Résultat</th></tr>\
            <tr><td>HbA1c</td><td><p>7,2 %</p><p>à revoir</p></td></tr></tbody></table><p>Cordialement</p>""";

    @Test
    void keepsCellsApartAndRowsOnTheirLines() {
        assertThat(PlainText.of(RESULTS))
                .isEqualTo("Bilan :\n\nAnalyse\tRésultat\nHbA1c\t7,2 % à revoir\n\nCordialement");
    }

    @Test
    void keepsCellsApartWhenTheTextAroundThemIsChanged() {
        var changed = PlainText.of(RESULTS).replace("Cordialement", "Bien à vous");

        assertThat(PlainText.toHtml(changed, RESULTS))
                .isEqualTo("<p>Bilan :</p><p>Analyse\u2003Résultat<br>HbA1c\u20037,2 % à revoir</p><p>Bien à vous</p>");
    }

    @Test
    void keepsATableWhoseTextIsNotTouched() {
        assertThat(PlainText.toHtml(PlainText.of(RESULTS), RESULTS)).isEqualTo(RESULTS);
    }
}
