package fr.plisante.samples;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** The tokens of one sign-in. */
public record Tokens(URI publicUrl, String gatewaySecret, String access, String refresh, Instant expiresAt) {

    static Tokens of(URI publicUrl, String gatewaySecret, Map<String, String> grant) {
        var credentials = Base64.getEncoder()
                .encodeToString(("gateway:" + Http.encoded(gatewaySecret)).getBytes(StandardCharsets.UTF_8));
        var answer = Http.postForm(
                Http.request(publicUrl.resolve("/auth/realms/plisante/protocol/openid-connect/token"))
                        .header("Authorization", "Basic " + credentials),
                grant);
        return new Tokens(
                publicUrl,
                gatewaySecret,
                answer.get("access_token").asString(),
                answer.get("refresh_token").asString(),
                Instant.now().plusSeconds(answer.get("expires_in").asLong()));
    }

    /** These, or fresh ones when these end within a minute. */
    public Tokens valid() {
        return expiresAt.isAfter(Instant.now().plusSeconds(60))
                ? this
                : of(publicUrl, gatewaySecret, Map.of("grant_type", "refresh_token", "refresh_token", refresh));
    }

    @Override
    public String toString() {
        return "Tokens until " + expiresAt;
    }
}
