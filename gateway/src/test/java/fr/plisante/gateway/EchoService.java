package fr.plisante.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** A service that says what reached it. */
final class EchoService {

    private final HttpServer server;

    private EchoService(HttpServer server) {
        this.server = server;
    }

    static EchoService start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", EchoService::answer);
            server.start();
            return new EchoService(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    static String sha(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static void answer(HttpExchange http) throws IOException {
        if (http.getRequestURI().getPath().endsWith("/too-large")) {
            // As our services do: answers at once, in full, and lets the rest of the body run out.
            http.sendResponseHeaders(413, 2);
            http.getResponseBody().write(new byte[] {'{', '}'});
            http.getResponseBody().flush();
            http.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
            http.close();
            return;
        }
        var digest = sha256();
        try (var body = new DigestInputStream(http.getRequestBody(), digest)) {
            body.transferTo(java.io.OutputStream.nullOutputStream());
        }
        http.getResponseHeaders().set("X-Sha", HexFormat.of().formatHex(digest.digest()));
        if (http.getRequestURI().getPath().endsWith("/body")) {
            http.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            http.getResponseHeaders().set("X-Frame-Options", "DENY");
        }
        var headers = new TreeMap<String, Object>();
        http.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        var text = (http.getRequestMethod() + " " + http.getRequestURI() + "\n" + headers).getBytes();
        http.sendResponseHeaders(200, text.length);
        http.getResponseBody().write(text);
        http.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
