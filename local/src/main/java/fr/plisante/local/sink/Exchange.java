package fr.plisante.local.sink;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the page and the API both do with a request. */
record Exchange(HttpExchange http) {

    private static final String POLICY = "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    String path() {
        return http.getRequestURI().getPath();
    }

    String header(String name) {
        return Objects.requireNonNullElse(http.getRequestHeaders().getFirst(name), "");
    }

    Map<String, String> query() {
        var query = Objects.requireNonNullElse(http.getRequestURI().getRawQuery(), "");
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (_, last) -> last));
    }

    /** A 200 whose length is not known yet. */
    OutputStream stream(String type) throws IOException {
        headers(type, POLICY);
        http.sendResponseHeaders(200, 0);
        return new BufferedOutputStream(http.getResponseBody());
    }

    void send(int status, String type, String body) throws IOException {
        send(status, type, POLICY, body.getBytes(StandardCharsets.UTF_8));
    }

    void send(int status, String type, String policy, byte[] body) throws IOException {
        headers(type, policy);
        var empty = body.length == 0 || http.getRequestMethod().equals("HEAD");
        http.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            http.getResponseBody().write(body);
        }
        http.close();
    }

    private void headers(String type, String policy) {
        http.getResponseHeaders()
                .putAll(Map.of(
                        "Content-Type", List.of(type),
                        "Content-Security-Policy", List.of(policy),
                        "X-Content-Type-Options", List.of("nosniff"),
                        "Referrer-Policy", List.of("no-referrer"),
                        "Cache-Control", List.of("no-store")));
    }
}
