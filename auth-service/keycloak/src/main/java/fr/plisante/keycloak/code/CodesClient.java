package fr.plisante.keycloak.code;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.util.JsonSerialization;

/** Asks auth-service to issue, resend and check the code of one sign-in; any doubt is {@link CodeAnswer.Unavailable}. */
final class CodesClient implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CodesClient.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final URI codes;
    private final HttpClient http;

    CodesClient(String authServiceUrl) {
        codes = URI.create(authServiceUrl + "/internal/codes");
        // HTTP/1.1 because the upgrade offer of the default confuses some servers.
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    CodeAnswer issue(String token, String signInId, String accountId, String regionId, String email, String locale) {
        return post(
                codes,
                token,
                Map.of(
                        "signInId", signInId,
                        "accountId", accountId,
                        "regionId", regionId,
                        "email", email,
                        "locale", locale));
    }

    CodeAnswer resend(String token, String signInId) {
        return post(URI.create(codes + "/" + signInId + "/resend"), token, Map.of());
    }

    CodeAnswer check(String token, String signInId, String code) {
        return post(URI.create(codes + "/" + signInId + "/check"), token, Map.of("code", code));
    }

    private CodeAnswer post(URI uri, String token, Map<String, String> body) {
        var answer = exchange(uri, token, body);
        if (answer instanceof CodeAnswer.Unavailable unavailable) {
            LOG.errorf("auth-service gave no usable answer to %s: %s", uri.getPath(), unavailable.reason());
        }
        return answer;
    }

    private CodeAnswer exchange(URI uri, String token, Map<String, String> body) {
        try {
            var request = HttpRequest.newBuilder(uri)
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JsonSerialization.writeValueAsString(body)))
                    .build();
            var response = http.send(request, BodyHandlers.ofString());
            return CodeReply.read(response.statusCode(), response.body());
        } catch (IOException e) {
            return new CodeAnswer.Unavailable(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CodeAnswer.Unavailable("interrupted");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
