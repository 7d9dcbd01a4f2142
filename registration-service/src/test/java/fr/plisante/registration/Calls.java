package fr.plisante.registration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service over HTTP as its clients do. */
@TestComponent
public class Calls {

    /** An answer: its status and its JSON. */
    public record Answer(int status, JsonNode body) {

        public String text(String field) {
            return body.path(field).asString();
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;

    Calls(Environment environment) {
        this.environment = environment;
    }

    public Answer post(String path, String token, UUID key, Map<String, ?> body) {
        return send("POST", path, token, key.toString(), JSON.writeValueAsString(body));
    }

    public Answer put(String path, String token, Map<String, ?> body) {
        return send("PUT", path, token, "", JSON.writeValueAsString(body));
    }

    public Answer send(String method, String path, String token, String key, String body) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), JSON.readTree(response.body().isEmpty() ? "{}" : response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A doctor of Occitanie nobody else has the e-mail address of. */
    public static Map<String, Object> doctor(String givenName, String familyName) {
        var body = new LinkedHashMap<String, Object>();
        body.put("givenName", givenName);
        body.put("familyName", familyName);
        body.put("kind", "PER");
        body.put("professionCode", "10");
        body.put("specialityCode", "SM54");
        body.put("nationalIdentifier", Map.of("type", "RPPS", "value", "10999000010"));
        body.put("email", "p" + UUID.randomUUID() + "@example.test");
        body.put("regionId", "oc");
        body.put("language", "fr");
        return body;
    }

    /** The same body with one field changed. */
    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new LinkedHashMap<>(body);
        changed.put(field, value);
        return changed;
    }
}
