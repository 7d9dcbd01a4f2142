package fr.plisante.webmail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** mailbox- and directory-service as far as the pages see them, over HTTP, from data a test can change. */
public final class FakeServices implements AutoCloseable {

    /** What was asked, and with which token. */
    public record Asked(String method, String path, String authorization, String language, String body) {}

    /** A refusal, golden as every answer is, or a failure, which may say anything. */
    public record Answer(int status, Map<String, Object> body) {}

    private static final String KEYS = "GET /auth/keys";
    private static final CyclicBarrier ALONE = new CyclicBarrier(1);
    private static final String BOX = "/api/mailbox/mailboxes/([^/]+)";

    StoredMail mail = new StoredMail();
    volatile CyclicBarrier together = ALONE;
    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final Map<String, Answer> instead = new LinkedHashMap<>();

    private final JsonMapper json = new JsonMapper();
    private final Map<Pattern, Route> routes = new LinkedHashMap<>();
    private final HttpServer server;

    interface Route {
        Object answer(MatchResult path, Map<String, String> query, byte[] body, HttpExchange http);
    }

    record Raw(int status, String type, byte[] body) {}

    public FakeServices(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        mailboxRoutes();
        draftRoutes();
        directoryRoutes();
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void jwks(String keys) {
        routes.put(Pattern.compile(KEYS), (p, q, b, h) -> new Raw(200, "application/json", bytes(keys)));
    }

    private void mailboxRoutes() {
        route(
                "GET",
                "/api/mailbox/mailboxes",
                (p, q, b, h) -> StoredMail.stretch("mailboxes", "", mail.mailboxes, null));
        route("GET", "/api/mailbox/settings", (p, q, b, h) -> mail.settings());
        route("GET", "/api/mailbox/recipients", (p, q, b, h) -> mail.contacts.recipient(q.get("address")));
        route("GET", BOX, (p, q, b, h) -> found(mail.mailbox(p.group(1)), "mailbox"));
        route(
                "GET",
                BOX + "/view",
                (p, q, b, h) -> found(mail.view(p.group(1), q.get("folder"), q.get("cursor"), null), "mailbox"));
        route("GET", BOX + "/entries/([^/]+)", (p, q, b, h) -> found(mail.entries.get(p.group(2)), "entry"));
        route(
                "GET",
                BOX + "/entries/([^/]+)/view",
                (p, q, b, h) -> found(mail.open(p.group(1), p.group(2), false), "entry"));
        route(
                "POST",
                BOX + "/entries/([^/]+)/open",
                (p, q, b, h) -> found(mail.open(p.group(1), p.group(2), true), "entry"));
        route(
                "GET",
                BOX + "/entries/([^/]+)/text",
                (p, q, b, h) -> new Raw(200, "text/plain;charset=utf-8", bytes(StoredMail.TEXT)));
        route("GET", BOX + "/entries/([^/]+)/body", (p, q, b, h) -> {
            h.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            return new Raw(200, "text/html;charset=utf-8", bytes(StoredMail.BODY));
        });
        route("GET", BOX + "/entries/([^/]+)/parts/(\\d+)", (p, q, b, h) -> new Raw(200, "text/plain", bytes("part")));
        route("PUT", BOX + "/entries/([^/]+)/seen", (p, q, b, h) -> found(mail.change(p.group(2), read(b)), "entry"));
        route("PUT", BOX + "/entries/([^/]+)/folder", (p, q, b, h) -> found(mail.change(p.group(2), read(b)), "entry"));
        route("DELETE", BOX + "/entries/([^/]+)", (p, q, b, h) -> found(mail.delete(p.group(2)), "entry"));
    }

    private void draftRoutes() {
        var drafts = BOX + "/drafts";
        route("GET", drafts, (p, q, b, h) -> StoredMail.stretch("drafts", "", mail.drafts.values(), q.get("cursor")));
        route("POST", drafts, (p, q, b, h) -> mail.newDraft(read(b)));
        route("GET", drafts + "/([^/]+)", (p, q, b, h) -> found(mail.drafts.get(p.group(2)), "draft"));
        route("DELETE", drafts + "/([^/]+)", (p, q, b, h) -> found(mail.deleteDraft(p.group(2)), "draft"));
        route("PUT", drafts + "/([^/]+)", (p, q, b, h) -> found(mail.save(p.group(2), read(b)), "draft"));
        route(
                "PUT",
                drafts + "/([^/]+)/uploads/([^/]+)",
                (p, q, b, h) -> mail.upload(
                        p.group(2),
                        p.group(3),
                        q.get("name"),
                        h.getRequestHeaders().getFirst("Content-Type"),
                        b.length));
        route("DELETE", drafts + "/([^/]+)/uploads/([^/]+)", (p, q, b, h) -> mail.removeUpload(p.group(2), p.group(3)));
        route("POST", BOX + "/envelopes", (p, q, b, h) -> mail.send(read(b)));
    }

    private void directoryRoutes() {
        route("GET", "/api/directory/entries", (p, q, b, h) -> mail.contacts.search(q));
        route(
                "GET",
                "/api/directory/entries/by-address",
                (p, q, b, h) -> mail.contacts.at(Stream.of(
                                h.getRequestURI().getRawQuery().split("&"))
                        .map(pair -> URLDecoder.decode(pair.substring("address=".length()), StandardCharsets.UTF_8))
                        .toList()));
        route("GET", "/api/directory/entries/([^/]+)", (p, q, b, h) -> mail.contacts.one(p.group(1)));
    }

    private void route(String method, String path, Route route) {
        routes.put(Pattern.compile(method + " " + path), route);
    }

    private static Object found(Object value, String what) {
        return value == null ? Answers.refusal(what + "-not-found") : value;
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            var body = http.getRequestBody().readAllBytes();
            var call = http.getRequestMethod() + " "
                    + URLDecoder.decode(http.getRequestURI().getRawPath(), StandardCharsets.UTF_8);
            if (!call.equals(KEYS)) {
                asked.add(new Asked(
                        http.getRequestMethod(),
                        http.getRequestURI().toString(),
                        String.valueOf(http.getRequestHeaders().getFirst("Authorization")),
                        String.valueOf(http.getRequestHeaders().getFirst("Accept-Language")),
                        new String(body, StandardCharsets.UTF_8)));
                waitForTheOthers();
            }
            var answer = instead.containsKey(call) ? instead.get(call) : usual(call, http, body);
            switch (answer) {
                case Answer(int status, Map<String, Object> problem) -> {
                    var told = status < 500 ? Answers.checked(problem) : problem;
                    send(http, status, "application/problem+json", json.writeValueAsBytes(told));
                }
                case Raw(int status, String type, byte[] raw) -> send(http, status, type, raw);
                case String nothing -> http.sendResponseHeaders(204, -1);
                default -> send(http, 200, "application/json", json.writeValueAsBytes(Answers.checked(answer)));
            }
        }
    }

    /** Answers nothing until all that a test expects at the same time was asked. */
    private void waitForTheOthers() {
        try {
            together.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("not asked at the same time", e);
        }
    }

    private Object usual(String call, HttpExchange http, byte[] body) {
        for (var route : routes.entrySet()) {
            var matcher = route.getKey().matcher(call);
            if (matcher.matches()) {
                return route.getValue().answer(matcher.toMatchResult(), query(http), body, http);
            }
        }
        throw new IllegalStateException("Not asked of a service before: " + call);
    }

    private static Map<String, String> query(HttpExchange http) {
        var query = new LinkedHashMap<String, String>();
        var raw = http.getRequestURI().getRawQuery();
        for (var pair : raw == null ? new String[0] : raw.split("&")) {
            var parts = pair.split("=", 2);
            query.put(parts[0], parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return query;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> read(byte[] body) {
        return json.readValue(body, Map.class);
    }

    private static void send(HttpExchange http, int status, String type, byte[] body) throws IOException {
        http.getResponseHeaders().set("Content-Type", type);
        http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        http.getResponseBody().write(body);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    List<Asked> asked(String method, String pathPart) {
        return new ArrayList<>(asked)
                .stream()
                        .filter(a -> a.method().equals(method) && a.path().contains(pathPart))
                        .toList();
    }

    void afresh() {
        mail = new StoredMail();
        asked.clear();
        instead.clear();
        together = ALONE;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
