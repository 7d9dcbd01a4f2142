package fr.plisante.local.sample;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** A person's session at the gateway, used as our own pages use it. */
public final class SignedIn {

    private final Browser browser;

    SignedIn(Browser browser) {
        this.browser = browser;
    }

    /** The Cookie header of a request to the gateway. */
    public String cookie() {
        return browser.cookies("/");
    }

    /** A request to build on: address, cookie and the header that says it comes from our pages. */
    public HttpRequest.Builder request(String path) {
        return browser.call(path);
    }

    public HttpResponse<String> send(HttpRequest request) {
        return browser.send(request);
    }

    public JsonNode get(String path) {
        return Http.json(send(request(path).GET().build()));
    }

    public JsonNode send(String method, String path, Object body, String... headers) {
        return Http.json(answer(method, path, body, headers));
    }

    HttpResponse<String> answer(String method, String path, Object body, String... headers) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(Http.JSON.writeValueAsString(body)));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }
}
