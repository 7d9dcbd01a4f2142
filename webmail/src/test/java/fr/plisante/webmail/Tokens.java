package fr.plisante.webmail;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Signs tokens as the realm would. */
final class Tokens {

    static final String ISSUER = "http://issuer.example/realm";

    private final RSAKey key;

    Tokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String jwks() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    String of(String name, String locale, String regionId, String acr) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("plisante")
                .subject("someone")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(12))))
                .claim("accountId", "01900000-0000-7000-8000-0000000000aa")
                .claim("regionId", regionId)
                .claim("email", "celia.lagarde@courriel.example")
                .claim("name", name)
                .claim("locale", locale)
                .claim("acr", acr)
                .claim("roles", List.of())
                .build();
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String doctor() {
        return of("Célia Lagarde", "fr", "oc", "2");
    }
}
