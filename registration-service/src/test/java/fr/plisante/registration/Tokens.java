package fr.plisante.registration;

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

/** Tokens whose text says what they hold: {@code admin-oc}, {@code admin-oc-acr1}, {@code person-oc}, {@code bootstrap}. */
@TestConfiguration
public class Tokens {

    @Bean
    JwtDecoder decoder() {
        return text -> {
            var words = text.split("-");
            var claims = new HashMap<String, Object>(Map.of("sub", text));
            switch (words[0]) {
                case "bootstrap" -> claims.put("scope", "bootstrap");
                case "machine" -> claims.put("scope", "one-time-codes");
                case "admin", "person" -> {
                    claims.put(
                            "accountId", UUID.nameUUIDFromBytes(text.getBytes()).toString());
                    claims.put("regionId", words[1]);
                    claims.put("acr", text.endsWith("acr1") ? "1" : "2");
                    claims.put("roles", words[0].equals("admin") ? List.of("region-administrator") : List.of());
                }
                default -> throw new BadJwtException("no token");
            }
            return new Jwt(text, Instant.now(), Instant.now().plusSeconds(60), Map.of("alg", "none"), claims);
        };
    }
}
