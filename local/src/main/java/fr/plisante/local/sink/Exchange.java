package fr.plisante.local.sink;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The few things that the page and the API both do with a request. */
final class Exchange {

    private static final String POLICY = "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private final HttpExchange http;

    Exchange(HttpExchange http) {
        this.http = http;
    }

    String method() {
        return http.getRequestMethod();
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    InputStream body() {
        return http.getRequestBody();
    }

    String header(String name) {
        var value = http.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    Map<String, String> query() {
        var query = http.getRequestURI().getRawQuery();
        Map<String, String> values = new HashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                var at = pair.indexOf('=');
                if (at > 0) {
                    values.put(pair.substring(0, at), decoded(pair.substring(at + 1)));
                }
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    void send(int status, String type, String body) throws IOException {
        send(status, type, POLICY, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A 200 whose length is not known yet. */
    OutputStream stream(String type) throws IOException {
        headers(type, POLICY);
        http.sendResponseHeaders(200, 0);
        return new BufferedOutputStream(http.getResponseBody());
    }

    private void headers(String type, String policy) {
        var headers = http.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
    }

    void send(int status, String type, String policy, byte[] body) throws IOException {
        headers(type, policy);
        var empty = body.length == 0 || method().equals("HEAD");
        http.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            http.getResponseBody().write(body);
        }
        http.close();
    }
}
