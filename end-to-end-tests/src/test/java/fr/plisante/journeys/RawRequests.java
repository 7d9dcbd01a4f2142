package fr.plisante.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Bytes on a socket: what no HTTP client would send. */
record RawRequests(URI origin) {

    private static final int SILENCE_MS = 60_000;

    /** Says this much and not a word more, and listens to the answer, which may be none. */
    String halfSaid(String said) {
        try (var socket = open()) {
            say(socket, said);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hangs up in the middle of it, as a cable does that is pulled out. */
    void hungUp(String said) {
        try (var socket = open()) {
            say(socket, said);
            // Closing then resets the connection.
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first lines of a request, with a token. */
    String head(String method, String path, String token, String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + origin.getAuthority() + "\r\nAuthorization: Bearer "
                + token + "\r\nAccept: application/json\r\nConnection: close\r\n" + String.join("\r\n", headers)
                + "\r\n\r\n";
    }

    private Socket open() throws IOException {
        var socket = new Socket(origin.getHost(), origin.getPort());
        socket.setSoTimeout(SILENCE_MS);
        return socket;
    }

    private static void say(Socket socket, String said) throws IOException {
        var out = socket.getOutputStream();
        out.write(said.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
