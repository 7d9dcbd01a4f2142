package fr.plisante.testkit;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service under test over HTTP as its clients do: with a token (or an empty one for none), in English. */
public final class Calls {

    private static final RestTestClient HTTP = RestTestClient.bindToServer(
                    new JdkClientHttpRequestFactory(HttpClient.newHttpClient()))
            .defaultHeader("Accept-Language", "en")
            .build();

    private final IntSupplier port;
    private final RestTestClient http;

    @Autowired
    public Calls(Environment environment) {
        this(() -> environment.getRequiredProperty("local.server.port", Integer.class), HTTP);
    }

    private Calls(IntSupplier port, RestTestClient http) {
        this.port = port;
        this.http = http;
    }

    /** Calls to what listens there on this machine. */
    public static Calls at(int port) {
        return new Calls(() -> port, HTTP);
    }

    /** An answer. Two are equal when status and content are: headers hold times. */
    public record Answer(int status, HttpHeaders headers, byte[] bytes) {

        /** The JSON; an empty object where there is none. */
        public JsonNode body() {
            return JsonMapper.shared().readTree(bytes.length == 0 ? new byte[] {'{', '}'} : bytes);
        }

        public String text(String field) {
            return body().path(field).asString();
        }

        /** Status and code of a refusal. */
        public String code() {
            return status + " " + text("code");
        }

        public String header(String name) {
            return Objects.requireNonNullElse(headers.getFirst(name), "");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Answer(int itsStatus, var _, byte[] itsBytes)
                    && status == itsStatus
                    && Arrays.equals(bytes, itsBytes);
        }

        @Override
        public int hashCode() {
            return Objects.hash(status, Arrays.hashCode(bytes));
        }

        @Override
        public String toString() {
            return status + " " + new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** The same calls with one more header. */
    public Calls with(String header, String value) {
        return new Calls(port, http.mutate().defaultHeader(header, value).build());
    }

    public int port() {
        return port.getAsInt();
    }

    public Answer get(String path, String token) {
        return send("GET", path, token, null);
    }

    public Answer post(String path, String token, @Nullable Object body) {
        return send("POST", path, token, body);
    }

    public Answer put(String path, String token, @Nullable Object body) {
        return send("PUT", path, token, body);
    }

    public Answer delete(String path, String token) {
        return send("DELETE", path, token, null);
    }

    /** A text is sent as it is, anything else as JSON. */
    public Answer send(String method, String path, String token, @Nullable Object body) {
        return send(method, path, token, MediaType.APPLICATION_JSON_VALUE, body);
    }

    public Answer send(String method, String path, String token, String type, @Nullable Object body) {
        var request = http.method(HttpMethod.valueOf(method))
                .uri(URI.create("http://127.0.0.1:" + port() + path))
                .contentType(MediaType.parseMediaType(type));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = (body == null ? request : request.body(body)).exchange().returnResult(byte[].class);
        return new Answer(
                answer.getStatus().value(),
                answer.getResponseHeaders(),
                Objects.requireNonNullElse(answer.getResponseBody(), new byte[0]));
    }
}
