package fr.plisante.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain requests, as a program sends them that was written to get in; nothing is followed or remembered. */
record AccessRequests(URI origin) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A request that claims to come from our own pages. */
    HttpRequest.Builder to(String path, @Nullable String token) {
        var uri = origin.resolve(path);
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Accept", uri.getPath().startsWith("/api/") ? "application/json" : "text/html, */*")
                .header("Origin", originOf(uri));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new AssertionError(request.uri() + " does not answer", e);
        }
    }

    int status(String token, String path) {
        return send(to(path, token).build()).statusCode();
    }

    JsonNode json(String token, String method, String path, @Nullable Object body) {
        var json = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        return good(token, method, path, "application/json", json);
    }

    JsonNode good(String token, String method, String path, String type, BodyPublisher body) {
        var request = to(path, token).header("Content-Type", type).method(method, body);
        var answer = send(request.build());
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static String originOf(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
