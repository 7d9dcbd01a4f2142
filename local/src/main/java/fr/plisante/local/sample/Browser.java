package fr.plisante.local.sample;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What of a browser a sign-in needs: cookies (Secure ones on loopback too, as browsers have it), redirects, forms. */
final class Browser {

    private static final int MOST_REDIRECTS = 20;

    private final Map<String, Cookie> cookies = new ConcurrentHashMap<>();
    private final URI origin;

    Browser(URI origin) {
        this.origin = origin;
    }

    private record Cookie(String name, String path, String value) {

        boolean isFor(String wanted) {
            return wanted.equals(path) || wanted.startsWith(path.endsWith("/") ? path : path + "/");
        }
    }

    /** Follows redirects until a page, or until an address that the caller wants for itself. */
    HttpResponse<String> get(URI uri, Predicate<URI> stopBefore) {
        return follow(page(uri).GET().build(), stopBefore);
    }

    HttpResponse<String> post(URI uri, Map<String, String> form, Predicate<URI> stopBefore) {
        return follow(
                page(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin.toString())
                        .POST(BodyPublishers.ofString(Http.encoded(form)))
                        .build(),
                stopBefore);
    }

    /** A request of the pages' own scripts: it carries the cookies and says that it comes from our pages. */
    HttpRequest.Builder call(String path) {
        var uri = origin.resolve(path);
        var request = Http.request(uri).header("Accept", "application/json").header("Sec-Fetch-Site", "same-origin");
        var header = cookies(uri.getPath());
        return header.isEmpty() ? request : request.header("Cookie", header);
    }

    HttpResponse<String> send(HttpRequest request) {
        var response = Http.send(request);
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    String cookies(String path) {
        return cookies.values().stream()
                .filter(cookie -> cookie.isFor(path))
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
    }

    private HttpRequest.Builder page(URI uri) {
        var request = Http.request(uri)
                .header("Accept", "text/html")
                .header("Accept-Language", "fr")
                .header("Sec-Fetch-Site", "same-origin");
        var header = cookies(uri.getPath());
        return header.isEmpty() ? request : request.header("Cookie", header);
    }

    private HttpResponse<String> follow(HttpRequest first, Predicate<URI> stopBefore) {
        var response = send(first);
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            var location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return response;
            }
            var next = response.uri().resolve(location.get());
            if (stopBefore.test(next)) {
                return response;
            }
            response = send(page(next).GET().build());
        }
        throw new SampleFailed("The sign-in goes in circles at " + response.uri());
    }

    private void keep(String setCookie) {
        var parts = setCookie.split(";", -1);
        var at = parts[0].indexOf('=');
        var name = parts[0].substring(0, at).strip();
        var value = parts[0].substring(at + 1).strip();
        var path = "/";
        var ended = value.isEmpty();
        for (var part : parts) {
            var attribute = part.strip();
            if (attribute.regionMatches(true, 0, "Path=", 0, 5)) {
                path = attribute.substring(5);
            }
            ended |= attribute.equalsIgnoreCase("Max-Age=0");
        }
        if (ended) {
            cookies.remove(name + path);
        } else {
            cookies.put(name + path, new Cookie(name, path, value));
        }
    }
}
