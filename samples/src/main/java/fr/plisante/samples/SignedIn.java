package fr.plisante.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A person's session at the gateway, used as our own pages use it. */
public final class SignedIn {

    private final URI origin;
    private final CookieManager cookies = new Cookies();
    private final HttpClient client = Http.client().cookieHandler(cookies).build();

    SignedIn(URI origin) {
        this.origin = origin;
    }

    /** As browsers have them: Secure ones go over plain HTTP to loopback, and each is sent as name and value alone. */
    private static final class Cookies extends CookieManager {

        @Override
        public void put(URI uri, Map<String, List<String>> responseHeaders) throws IOException {
            super.put(uri, responseHeaders);
            getCookieStore().getCookies().forEach(cookie -> {
                cookie.setSecure(false);
                cookie.setVersion(0);
            });
        }
    }

    /** The Cookie header of a request to the gateway that another client sends. */
    public String cookie() {
        try {
            return String.join("; ", cookies.get(origin.resolve("/"), Map.of()).getOrDefault("Cookie", List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request to build on: the address and the headers that say it comes from the scripts of our pages. */
    public HttpRequest.Builder request(String path) {
        return Http.request(origin.resolve(path))
                .header("Accept", "application/json")
                .header("Sec-Fetch-Site", "same-origin");
    }

    /** With the cookies of the session. */
    public HttpResponse<String> send(HttpRequest request) {
        return Http.send(client, request);
    }

    public JsonNode get(String path) {
        return Http.json(send(request(path).GET().build()));
    }

    public JsonNode send(String method, String path, Object body, String... headers) {
        return Http.json(answer(method, path, body, headers));
    }

    HttpResponse<String> answer(String method, String path, Object body, String... headers) {
        var request = request(path).header("Content-Type", "application/json").method(method, Http.json(body));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    HttpResponse<String> page(URI uri) {
        return send(asPage(uri).build());
    }

    HttpResponse<String> submit(URI uri, Map<String, String> form) {
        return send(asPage(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin.toString())
                .POST(BodyPublishers.ofString(Http.encoded(form)))
                .build());
    }

    private static HttpRequest.Builder asPage(URI uri) {
        return Http.request(uri)
                .header("Accept", "text/html")
                .header("Accept-Language", "fr")
                .header("Sec-Fetch-Site", "same-origin");
    }
}
