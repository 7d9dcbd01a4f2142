package fr.plisante.auth;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Tokens whose text says what they hold: {@code scope~one-time-codes}, {@code person~<account id>~2}. */
@TestConfiguration
public class Tokens {

    @Bean
    JwtDecoder decoder() {
        return text -> {
            var words = text.split("~");
            var claims = new HashMap<String, Object>(Map.of("sub", text));
            switch (words[0]) {
                case "scope" -> claims.put("scope", words[1]);
                case "person" -> {
                    claims.put("accountId", UUID.fromString(words[1]).toString());
                    claims.put("regionId", "oc");
                    claims.put("acr", words[2]);
                    claims.put("roles", List.of());
                }
                default -> throw new BadJwtException("no token");
            }
            return new Jwt(text, Instant.now(), Instant.now().plusSeconds(60), Map.of("alg", "none"), claims);
        };
    }
}
