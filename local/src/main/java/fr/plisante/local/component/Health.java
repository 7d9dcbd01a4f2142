package fr.plisante.local.component;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The sign that a component answers. */
public sealed interface Health {

    /** It takes connections on this loopback port. */
    record Port(int port) implements Health {
        @Override
        public boolean good() {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 500);
                return true;
            } catch (IOException _) {
                return false;
            }
        }
    }

    /** It answers this address with 200. */
    record Page(URI address) implements Health {
        private static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();

        @Override
        public boolean good() {
            try {
                var request = HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(5))
                        .build();
                return CLIENT.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException _) {
                return false;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    boolean good();
}
