package fr.plisante.registration.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalPartTests {

    @ParameterizedTest
    @CsvSource({
        "Anaïs, Lefèvre, anais.lefevre",
        "Jean-Loup, D’Almeida, jean-loup.dalmeida",
        "Marie Claire, de l'Étoile, marieclaire.deletoile",
        "Françoise, Œuvrard, francoise.oeuvrard",
        "Jörg, Straße, jorg.strasse",
        "Łukasz, Żółć, lukasz.zolc",
        "İpek, Işık, ipek.isik",
        "--Anne--, -B-, anne.b",
        "🩺 Zoé, بن علي, zoe",
        "علي, 🩺, titulaire"
    })
    void transliterates(String givenName, String familyName, String expected) {
        assertThat(LocalPart.of(givenName, familyName).text()).isEqualTo(expected);
    }

    @Test
    void numbersHomonymsFromTheSecondOn() {
        var name = LocalPart.of("Jean", "Martin");

        assertThat(name.homonym(1).text()).isEqualTo("jean.martin");
        assertThat(name.homonym(2).text()).isEqualTo("jean.martin2");
    }

    @Test
    void staysShorterThanAnAddressMayBe() {
        var name = LocalPart.of("a".repeat(80), "b".repeat(80)).homonym(9_999);

        assertThat(name.text().length()).isLessThanOrEqualTo(64);
    }
}
