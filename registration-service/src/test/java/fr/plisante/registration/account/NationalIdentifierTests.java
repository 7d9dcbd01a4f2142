package fr.plisante.registration.account;

import static fr.plisante.registration.account.NationalIdentifier.Check.LENIENT;
import static fr.plisante.registration.account.NationalIdentifier.Check.STRICT;
import static org.assertj.core.api.Assertions.assertThat;

import fr.plisante.registration.account.NationalIdentifier.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdentifierTests {

    @ParameterizedTest
    @ValueSource(strings = {"10999000010", "10999000028", "10999000036", "10999000044"})
    void acceptsAnRppsWhoseKeyIsRight(String value) {
        assertThat(new NationalIdentifier(Type.RPPS, value).passes(STRICT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10102727017", "1099900001", "109990000100", "ANS20231122", "", "10999000０10"})
    void refusesAnythingElseAsRpps(String value) {
        assertThat(new NationalIdentifier(Type.RPPS, value).passes(STRICT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10102727017", "ANS20231122132732", "00AMAR01"})
    void acceptsTheSandboxWhereItIsAllowed(String value) {
        assertThat(new NationalIdentifier(Type.RPPS, value).passes(LENIENT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"299109803", "069111665", "2A1234567"})
    void checksTheLengthOfAnAdeliAlone(String value) {
        assertThat(new NationalIdentifier(Type.ADELI, value).passes(STRICT)).isTrue();
    }

    @Test
    void putsTheTypeInFrontInItsNationalForm() {
        assertThat(new NationalIdentifier(Type.RPPS, "10999000010").idNat()).isEqualTo("810999000010");
        assertThat(new NationalIdentifier(Type.ADELI, "299109803").idNat()).isEqualTo("0299109803");
    }
}
