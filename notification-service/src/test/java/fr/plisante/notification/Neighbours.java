package fr.plisante.notification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The HTTP neighbours as far as this service speaks to them: a realm's keys and tokens, and auth-service's links. */
public final class Neighbours {

    public static final String ISSUER = "http://localhost:8080/auth/realms/plisante";

    private final RSAKey key;
    private final HttpServer server;
    private final Set<String> inKeycloak = ConcurrentHashMap.newKeySet();

    public Neighbours() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
        var realm = "/auth/realms/plisante/protocol/openid-connect";
        server.createContext(
                realm + "/certs", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext(
                realm + "/token",
                exchange -> answer(
                        exchange, 200, "{\"access_token\":\"machine\",\"token_type\":\"Bearer\",\"expires_in\":60}"));
        server.createContext("/internal/password-links", this::passwordLink);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void create(UUID accountId) {
        inKeycloak.add(accountId.toString());
    }

    /** A token as the realm gives a person. */
    public String token(UUID accountId, String regionId, String acr, List<String> roles) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("plisante")
                .subject(UUID.randomUUID().toString())
                .claim("accountId", accountId.toString())
                .claim("regionId", regionId)
                .claim("acr", acr)
                .claim("roles", roles)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private void passwordLink(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!"Bearer machine".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
        } else if (inKeycloak.stream().noneMatch(body::contains)) {
            answer(exchange, 404, "{}");
        } else {
            answer(exchange, 200, "{\"url\":\"https://x.example/link\",\"expiresAt\":\"2026-12-01T10:00:00Z\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
