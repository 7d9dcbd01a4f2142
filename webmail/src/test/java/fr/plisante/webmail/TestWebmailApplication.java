package fr.plisante.webmail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.springframework.boot.SpringApplication;

/**
 * The pages alone, for looking at: messages are made up, and small gateways add a token: port 18800 a French doctor,
 * 18801 an English one with empty folders, 18803 a person with long names and hostile strings.
 */
final class TestWebmailApplication {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Set<String> NOT_RELAYED =
            Set.of("connection", "content-length", "host", "upgrade", "transfer-encoding", ":status", "expect");

    private TestWebmailApplication() {}

    public static void main(String[] args) throws IOException {
        var tokens = new Tokens();
        var usual = new FakeServices(18804);
        var empty = new FakeServices(18805);
        var hostile = new FakeServices(18806);
        usual.jwks(tokens.jwks());
        fill(usual.mail);
        empty.mail.entries.clear();
        empty.mail.drafts.clear();
        Hostile.fill(hostile.mail);
        start(18802, usual);
        start(18812, empty);
        start(18822, hostile);
        gateway(18800, usual.address(), "http://127.0.0.1:18802", tokens.doctor());
        gateway(18801, empty.address(), "http://127.0.0.1:18812", tokens.of("Emily O’Brien", "en", "gf", "2"));
        gateway(18803, hostile.address(), "http://127.0.0.1:18822", tokens.of(Hostile.LONG_NAME, "fr", "re", "2"));
    }

    private static void start(int port, FakeServices services) {
        var arguments = new java.util.ArrayList<>(java.util.List.of(
                "--server.port=" + port,
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + Tokens.ISSUER,
                "--spring.http.serviceclient.mailbox-service.base-url=" + services.address(),
                "--spring.http.serviceclient.directory-service.base-url=" + services.address()));
        arguments.add("--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:18804/auth/keys");
        SpringApplication.run(WebmailApplication.class, arguments.toArray(String[]::new));
    }

    private static void fill(StoredMail mail) {
        for (var i = 0; i < 70; i++) {
            mail.put(StoredMail.received(
                    "received:" + i,
                    i % 7 == 0 ? "" : "Résultats de laboratoire n° " + i,
                    i % 3 == 0 ? "Laboratoire des Lilas" : "Nadia Petit",
                    Instant.now().minusSeconds(3600L * 7 * (i + 1)),
                    i % 4 != 0));
        }
        for (var contact : List.of("p1", "p2")) {
            var message = StoredMail.received("received:" + contact, "Avis de " + contact, Instant.now(), false);
            message.put("from", StoredContacts.correspondent(mail.contacts.people.get(contact)));
            mail.put(message);
        }
        mail.put(StoredMail.sending("sent:01900000-0000-7000-8000-0000000000ff", Instant.now()));
        for (var i = 0; i < 60; i++) {
            mail.contacts.person(
                    "m" + i,
                    "Durand",
                    "Camille",
                    "Médecin",
                    i % 2 == 0 ? "Médecine générale" : "Radiologie",
                    "Cabinet " + i,
                    "Nîmes");
        }
    }

    private static void gateway(int port, URI api, String pages, String token) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", http -> relay(http, pages, token));
        server.createContext("/api/", http -> relay(http, api.toString(), token));
        server.start();
    }

    private static void relay(HttpExchange http, String to, String token) throws IOException {
        try (http) {
            var request = HttpRequest.newBuilder(URI.create(to + http.getRequestURI()))
                    .method(
                            http.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    http.getRequestBody().readAllBytes()));
            http.getRequestHeaders().forEach((name, values) -> {
                if (!NOT_RELAYED.contains(name.toLowerCase())) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            request.header("Authorization", "Bearer " + token);
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_RELAYED.contains(name.toLowerCase())) {
                    http.getResponseHeaders().put(name, values);
                }
            });
            http.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            http.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
