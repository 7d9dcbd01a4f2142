package fr.plisante.samples;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON and forms over the JDK's client; no redirect is followed. */
public final class Http {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final HttpClient CLIENT = client().build();

    private Http() {}

    static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
    }

    /** A request that is given up after a minute. */
    public static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(1));
    }

    /** Sends it; {@link SampleFailed} when nobody answers. */
    public static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(CLIENT, request.build());
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new SampleFailed(request.uri() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SampleFailed("Interrupted while waiting for " + request.uri(), e);
        }
    }

    /** The answer if it is a good one. */
    static HttpResponse<String> good(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new SampleFailed(response.request().method() + " " + response.uri() + " answered "
                    + response.statusCode() + " " + response.body());
        }
        return response;
    }

    /** The JSON of a good answer; {@link SampleFailed} says what another one was. */
    public static JsonNode json(HttpResponse<String> response) {
        var body = good(response).body();
        return body.isEmpty() ? JSON.nullNode() : JSON.readTree(body);
    }

    static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    static JsonNode postForm(HttpRequest.Builder request, Map<String, String> form) {
        return json(send(request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))));
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Text as a form and a query have it. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Asks until there is an answer, or says what did not come. */
    static <T> T await(String what, Duration patience, Supplier<@Nullable T> ask) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            var answer = ask.get();
            if (answer != null) {
                return answer;
            }
            try {
                Thread.sleep(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SampleFailed("Interrupted while waiting for " + what, e);
            }
        }
        throw new SampleFailed(what + " did not come within " + patience.toSeconds() + " s");
    }
}
