package fr.plisante.starter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTests {

    private static final Instant END = Instant.parse("2026-12-01T10:00:00Z");

    private final List<String> checked = new ArrayList<>();

    @Test
    void checksAGoodTokenOnce() {
        var tokens = at(END.minusSeconds(60));

        assertThat(tokens.decode("good")).isSameAs(tokens.decode("good"));
        tokens.decode("other");

        assertThat(checked).containsExactly("good", "other");
    }

    @Test
    void checksAgainWhatHasEnded() {
        var tokens = at(END);

        tokens.decode("good");
        tokens.decode("good");

        assertThat(checked).hasSize(2);
    }

    @Test
    void remembersNothingBad() {
        var tokens = at(END.minusSeconds(60));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        }

        assertThat(checked).containsExactly("bad", "bad");
    }

    private RememberedTokens at(Instant now) {
        return new RememberedTokens(this::check, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Jwt check(String token) {
        checked.add(token);
        if (token.equals("bad")) {
            throw new BadJwtException("bad");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("someone")
                .expiresAt(END)
                .build();
    }
}
