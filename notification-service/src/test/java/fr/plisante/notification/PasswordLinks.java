package fr.plisante.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** auth-service as far as this service asks it: for the links under which people choose a password. */
public final class PasswordLinks {

    private final HttpServer server;
    private final Set<String> inKeycloak = ConcurrentHashMap.newKeySet();

    PasswordLinks() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/internal/password-links", this::passwordLink);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void create(UUID accountId) {
        inKeycloak.add(accountId.toString());
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
