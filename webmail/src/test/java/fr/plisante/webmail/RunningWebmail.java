package fr.plisante.webmail;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages on a port of their own in front of {@link FakeServices}, asked over HTTP as a browser would. */
final class RunningWebmail {

    private static RunningWebmail shared;

    final FakeServices services;
    final Tokens tokens = new Tokens();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext application;
    final String address;

    /** The one for all tests, as if nothing had been asked before. */
    static synchronized RunningWebmail afresh() throws IOException {
        if (shared == null) {
            shared = new RunningWebmail();
        }
        shared.services.afresh();
        return shared;
    }

    private RunningWebmail() throws IOException {
        services = new FakeServices(0);
        services.jwks(tokens.jwks());
        var arguments = new java.util.ArrayList<>(java.util.List.of(
                "--server.port=0",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + Tokens.ISSUER,
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + services.address() + "/auth/keys",
                "--spring.http.serviceclient.mailbox-service.base-url=" + services.address(),
                "--spring.http.serviceclient.directory-service.base-url=" + services.address()));
        application = SpringApplication.run(WebmailApplication.class, arguments.toArray(String[]::new));
        address = "http://127.0.0.1:"
                + ((WebServerApplicationContext) application).getWebServer().getPort();
    }

    /** A page as the French doctor sees it. */
    Document page(String path) {
        return Jsoup.parse(get(path, tokens.doctor()).body());
    }

    HttpResponse<String> get(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    /** As a browser asks that fetches ahead what may be wanted next. */
    HttpResponse<String> getAhead(String path) {
        return send(request(path)
                .header("Authorization", "Bearer " + tokens.doctor())
                .header("Sec-Purpose", "prefetch")
                .GET());
    }

    HttpResponse<String> getUnknown(String path) {
        return send(request(path).GET());
    }

    /** A form as a browser without scripts sends it; pairs of name and value. */
    HttpResponse<String> post(String path, String... fields) {
        var body = new StringBuilder();
        for (var i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(path)
                .header("Authorization", "Bearer " + tokens.doctor())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    HttpResponse<String> postFile(String path, String name, String content, String... fields) {
        var body = new StringBuilder();
        for (var i = 0; i < fields.length; i += 2) {
            body.append("--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(fields[i], fields[i + 1]));
        }
        body.append("--part\r\nContent-Disposition: form-data; name=\"fichiers\"; filename=\"%s\"\r\n".formatted(name));
        body.append("Content-Type: text/plain\r\n\r\n%s\r\n--part--\r\n".formatted(content));
        return send(request(path)
                .header("Authorization", "Bearer " + tokens.doctor())
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Language", "de, en;q=0.5");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
