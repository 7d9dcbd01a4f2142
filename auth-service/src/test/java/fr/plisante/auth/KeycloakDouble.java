package fr.plisante.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the part of Keycloak's API that this service uses; the end-to-end tests use the real one. */
public final class KeycloakDouble implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String USERS = "/admin/realms/plisante/users";

    private final HttpServer server;
    private final Map<String, JsonNode> users = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> roles = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> changes = new ConcurrentLinkedQueue<>();
    private volatile boolean down;

    KeycloakDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/auth", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/auth";
    }

    public void down(boolean isDown) {
        down = isDown;
    }

    /** A user whom somebody made by hand. */
    public void add(String id, String email) {
        users.put(id, JSON.valueToTree(Map.of("email", email)));
    }

    public void remove(String id) {
        users.remove(id);
    }

    /** The user of an account, or a missing node. */
    public JsonNode user(String accountId) {
        return users.values().stream()
                .filter(user -> accountId.equals(account(user)))
                .findFirst()
                .orElseGet(tools.jackson.databind.node.MissingNode::getInstance);
    }

    public Set<String> rolesOf(String accountId) {
        return users.entrySet().stream()
                .filter(user -> accountId.equals(account(user.getValue())))
                .map(user -> roles.getOrDefault(user.getKey(), Set.of()))
                .findFirst()
                .orElse(Set.of());
    }

    /** Writes to a user of this account: {@code POST} when created, {@code PUT} when updated. */
    public List<String> changes(String accountId) {
        return changes.stream()
                .filter(change -> change.endsWith(accountId))
                .map(change -> change.split(" ")[0])
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath().substring("/auth".length());
            if (down) {
                respond(exchange, 503, Map.of());
            } else if (path.endsWith("/protocol/openid-connect/token")) {
                respond(exchange, 200, Map.of("access_token", "t", "token_type", "Bearer", "expires_in", 300));
            } else if (!"Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                respond(exchange, 401, Map.of());
            } else {
                call(exchange, path, body);
            }
        }
    }

    private void call(HttpExchange exchange, String path, String body) throws IOException {
        var method = exchange.getRequestMethod();
        if (path.equals(USERS) && method.equals("GET")) {
            var account = exchange.getRequestURI().getQuery().replaceAll(".*q=accountId:([^&]*).*", "$1");
            respond(exchange, 200, found(account));
        } else if (path.equals(USERS) && method.equals("POST")) {
            create(exchange, JSON.readTree(body));
        } else if (path.endsWith("/password-links")) {
            respond(
                    exchange,
                    200,
                    Map.of("url", "http://keycloak.test/action?key=1", "expiresAt", "2030-01-01T00:00:00Z"));
        } else if (path.startsWith("/admin/realms/plisante/roles/")) {
            respond(exchange, 200, Map.of("id", "role-id", "name", path.replaceAll(".*/", ""), "composite", false));
        } else if (path.endsWith("/role-mappings/realm")) {
            changeRoles(exchange, path.substring(USERS.length() + 1).replaceAll("/.*", ""), method, body);
        } else {
            update(exchange, path.substring(USERS.length() + 1), JSON.readTree(body));
        }
    }

    private List<Map<String, Object>> found(String account) {
        var found = new ArrayList<Map<String, Object>>();
        users.forEach((id, user) -> {
            if (account.equals(account(user))) {
                found.add(Map.of(
                        "id",
                        id,
                        "username",
                        user.path("email").asString(),
                        "email",
                        user.path("email").asString(),
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "createdTimestamp",
                        1,
                        "attributes",
                        Map.of("accountId", List.of(account))));
            }
        });
        return found;
    }

    private void create(HttpExchange exchange, JsonNode user) throws IOException {
        var id = UUID.randomUUID().toString();
        if (isTaken(user, id)) {
            respond(exchange, 409, Map.of("errorMessage", "User exists with same email"));
            return;
        }
        users.put(id, user);
        changes.add("POST " + account(user));
        respond(exchange, 201, Map.of());
    }

    private void update(HttpExchange exchange, String id, JsonNode user) throws IOException {
        if (isTaken(user, id)) {
            respond(exchange, 409, Map.of("errorMessage", "User exists with same username or email"));
            return;
        }
        users.put(id, user);
        changes.add("PUT " + account(user));
        respond(exchange, 204, Map.of());
    }

    private boolean isTaken(JsonNode user, String id) {
        var email = user.path("email").asString();
        return users.entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(id)
                        && email.equals(other.getValue().path("email").asString()));
    }

    private void changeRoles(HttpExchange exchange, String id, String method, String body) throws IOException {
        var held = roles.computeIfAbsent(id, any -> ConcurrentHashMap.newKeySet());
        if (method.equals("GET")) {
            respond(
                    exchange,
                    200,
                    held.stream()
                            .map(name -> Map.of("id", "role-id", "name", name))
                            .toList());
            return;
        }
        var names = JSON.readTree(body)
                .valueStream()
                .map(role -> role.path("name").asString())
                .collect(Collectors.toSet());
        if (method.equals("POST")) {
            held.addAll(names);
        } else {
            held.removeAll(names);
        }
        respond(exchange, 204, Map.of());
    }

    private static String account(JsonNode user) {
        return user.path("attributes").path("accountId").path(0).asString();
    }

    private static void respond(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
        if (status != 204) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
