package fr.plisante.registration.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTests {

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "Jean.O'Neil+news@Sub.Example.test", " x_y@example.test "})
    void acceptsOrdinaryAddresses(String text) {
        assertThat(Email.of(text).isPlausible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@b",
                "a@@b.example",
                "a b@c.example",
                "a@b.example\r\nBcc: c@d.example",
                "<a@b.example>",
                "a@b.example,c@d.example",
                ".a@b.example",
                "a@-b.example"
            })
    void refusesWhatAMailCouldNotBeAddressedTo(String text) {
        assertThat(Email.of(text).isPlausible()).isFalse();
    }

    @Test
    void knowsTwoSpellingsOfOneAddress() {
        assertThat(Email.of(" Marie@Example.TEST")).isEqualTo(Email.of("marie@example.test"));
    }
}
