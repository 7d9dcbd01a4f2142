package fr.plisante.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Tokens whose text says what they hold: {@code <account id>~<acr>~<locale>}. */
@TestConfiguration
public class Tokens {

    /** The token of somebody who signed in strongly. */
    public static String of(UUID accountId) {
        return accountId + "~2~fr";
    }

    @Bean
    JwtDecoder decoder() {
        return text -> {
            var words = text.split("~");
            if (words.length != 3) {
                throw new BadJwtException("no token");
            }
            Map<String, Object> claims = Map.of(
                    "sub",
                    text,
                    "accountId",
                    words[0],
                    "regionId",
                    "oc",
                    "acr",
                    words[1],
                    "locale",
                    words[2],
                    "name",
                    "Une personne",
                    "roles",
                    List.of());
            return new Jwt(text, Instant.now(), Instant.now().plusSeconds(60), Map.of("alg", "none"), claims);
        };
    }
}
