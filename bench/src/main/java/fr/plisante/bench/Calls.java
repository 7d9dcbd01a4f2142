package fr.plisante.bench;

import fr.plisante.samples.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Requests to the API with a token. */
final class Calls {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Calls() {}

    static HttpResponse<String> send(Tokens tokens, URI gateway, String method, String path, @Nullable Object body) {
        return send(request(tokens, gateway, method, path, body).build());
    }

    /** With an Idempotency-Key: asked again, the answer is the same. */
    static HttpResponse<String> send(
            Tokens tokens, URI gateway, String method, String path, Object body, String idempotencyKey) {
        return send(request(tokens, gateway, method, path, body)
                .header("Idempotency-Key", idempotencyKey)
                .build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NoAnswer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(
            Tokens tokens, URI gateway, String method, String path, @Nullable Object body) {
        var content = body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(
                        body instanceof String json ? json : Correspondent.JSON.writeValueAsString(body));
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + tokens.access())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .method(method, content);
    }

    /** The request may have been carried out or not: repeat it with the same key. */
    static final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoAnswer(IOException cause) {
            super(cause);
        }
    }
}
