package fr.plisante.keycloak.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CodesClientTests {

    private record Asked(String method, String path, String authorization, String body) {}

    @Test
    void asksWithItsTokenAndTheAccount() throws IOException {
        var asked = new AtomicReference<Asked>();
        var server = server(asked, "{\"state\":\"TOO_MANY\",\"until\":\"2026-11-22T12:00:00Z\"}");
        try (var codes =
                new CodesClient("http://127.0.0.1:" + server.getAddress().getPort())) {

            var answer = codes.issue("token", "sign-in", "account", "oc", "claire@example.test", "fr");

            assertThat(answer).isEqualTo(new CodeAnswer.TooMany(Instant.parse("2026-11-22T12:00:00Z")));
            assertThat(asked.get().path()).isEqualTo("/internal/codes");
            assertThat(asked.get().authorization()).isEqualTo("Bearer token");
            assertThat(asked.get().body())
                    .contains("\"signInId\":\"sign-in\"")
                    .contains("\"accountId\":\"account\"")
                    .contains("\"regionId\":\"oc\"")
                    .contains("\"email\":\"claire@example.test\"")
                    .contains("\"locale\":\"fr\"");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void checksAndResendsUnderTheSignIn() throws IOException {
        var asked = new AtomicReference<Asked>();
        var server = server(asked, "{\"result\":\"RIGHT\"}");
        try (var codes =
                new CodesClient("http://127.0.0.1:" + server.getAddress().getPort())) {

            assertThat(codes.check("token", "sign-in", "510762")).isEqualTo(new CodeAnswer.Right());
            assertThat(asked.get())
                    .isEqualTo(new Asked(
                            "POST", "/internal/codes/sign-in/check", "Bearer token", "{\"code\":\"510762\"}"));

            codes.resend("token", "sign-in");
            assertThat(asked.get().path()).isEqualTo("/internal/codes/sign-in/resend");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void givesUpAfterTwoSeconds() throws IOException {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var codes = new CodesClient("http://127.0.0.1:" + deaf.getLocalPort())) {
            var start = Instant.now();

            assertThat(codes.check("token", "sign-in", "510762")).isInstanceOf(CodeAnswer.Unavailable.class);
            assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        }
    }

    @Test
    void takesARefusedConnectionForNoAnswer() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        try (var codes = new CodesClient("http://127.0.0.1:" + closed)) {
            assertThat(codes.resend("token", "sign-in")).isInstanceOf(CodeAnswer.Unavailable.class);
        }
    }

    private static HttpServer server(AtomicReference<Asked> asked, String answer) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, asked, answer));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, AtomicReference<Asked> asked, String answer) throws IOException {
        try (exchange) {
            asked.set(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
