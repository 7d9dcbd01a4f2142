package fr.plisante.keycloak.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCodeTests {

    @ParameterizedTest
    @ValueSource(strings = {"510762", " 510 762 ", "510\u00a0762", "510\u202f762\n", "510-762", "5 1 0 7 6 2"})
    void findsTheDigitsInWhatWasPasted(String typed) {
        assertThat(TypedCode.read(typed)).contains("510762");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "51076", "5107622", "51O762", "code 510762", "٥١٠٧٦٢"})
    void takesNothingElseForACode(String typed) {
        assertThat(TypedCode.read(typed)).isEmpty();
    }
}
