package fr.plisante.keycloak.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInIdTests {

    @Test
    void isTheSameForTheSameTabAndPerson() {
        assertThat(SignInId.of("root", "tab", "user")).isEqualTo(SignInId.of("root", "tab", "user"));
    }

    @Test
    void differsByBrowserTabAndPerson() {
        assertThat(SignInId.of("root", "tab", "user"))
                .isNotEqualTo(SignInId.of("other", "tab", "user"))
                .isNotEqualTo(SignInId.of("root", "other", "user"))
                .isNotEqualTo(SignInId.of("root", "tab", "other"))
                .isNotEqualTo(SignInId.of("roott", "ab", "user"));
    }

    @Test
    void tellsNothingOfTheSessionAndFitsAPath() {
        assertThat(SignInId.of("root", "tab", "user")).matches("[A-Za-z0-9_-]{43}");
    }
}
