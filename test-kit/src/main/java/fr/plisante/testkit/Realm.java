package fr.plisante.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandlers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** The realm of this JVM as far as a service knows it: its public keys, and tokens signed with them. */
public final class Realm {

    public static final String ISSUER = "http://localhost:8080/auth/realms/plisante";

    private static final Realm ONLY = new Realm();
    private static final String PROTOCOL = "/auth/realms/plisante/protocol/openid-connect";

    private final NimbusJwtEncoder tokens;
    private final HttpServer server;

    private Realm() {
        try {
            var keys = new JWKSet(new RSAKeyGenerator(2048).keyID("test").generate());
            tokens = new NimbusJwtEncoder(new ImmutableJWKSet<>(keys));
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            serve("/certs", keys.toPublicJWKSet().toString());
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
        serve("/token", "{\"access_token\":\"machine\",\"token_type\":\"Bearer\",\"expires_in\":60}");
        server.start();
    }

    /** What PLISANTE_KEYCLOAK_URL names. */
    public static String url() {
        return "http://127.0.0.1:" + ONLY.server.getAddress().getPort() + "/auth";
    }

    /** Where a resource server finds the keys. */
    public static String keysUrl() {
        return "http://127.0.0.1:" + ONLY.server.getAddress().getPort() + PROTOCOL + "/certs";
    }

    /** Somebody in Occitanie who reads French and signed in strongly. */
    public static Person person(UUID accountId) {
        return new Person(accountId, "oc", "2", List.of());
    }

    /** The token of a machine that got this scope. */
    public static String machine(String scope) {
        return ONLY.signed(claims().claim("scope", scope));
    }

    /** A signed-in person, until their token is made. */
    public record Person(UUID accountId, String regionId, String acr, List<String> roles) {

        public Person in(String otherRegionId) {
            return new Person(accountId, otherRegionId, acr, roles);
        }

        /** With a password alone. */
        public Person weakly() {
            return new Person(accountId, regionId, "1", roles);
        }

        public Person as(String role) {
            return new Person(accountId, regionId, acr, List.of(role));
        }

        public String token() {
            return ONLY.signed(claims().claim("accountId", accountId.toString())
                    .claim("regionId", regionId)
                    .claim("acr", acr)
                    .claim("locale", "fr")
                    .claim("name", "Une personne")
                    .claim("roles", roles));
        }
    }

    private static JwtClaimsSet.Builder claims() {
        return JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of("plisante"))
                .subject(UUID.randomUUID().toString())
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(Duration.ofHours(12)));
    }

    private String signed(JwtClaimsSet.Builder claims) {
        return tokens.encode(JwtEncoderParameters.from(claims.build())).getTokenValue();
    }

    private void serve(String path, String json) {
        server.createContext(
                PROTOCOL + path, HttpHandlers.of(200, Headers.of("Content-Type", "application/json"), json));
    }
}
