package fr.plisante.starter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.oauth2.client.annotation.ClientRegistrationId;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/** A client that is an interface and a few settings: its token, its breaker, its patience with newer answers. */
@SpringBootTest(
        classes = ClientTests.Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.application.name=try-service",
            "spring.http.serviceclient.slow.read-timeout=200ms",
            "spring.security.oauth2.client.registration.try-service.provider=plisante",
            "spring.security.oauth2.client.registration.try-service.authorization-grant-type=client_credentials",
            "spring.security.oauth2.client.registration.try-service.client-id=try-service",
            "spring.security.oauth2.client.registration.try-service.client-secret=secret",
            "spring.autoconfigure.exclude=fr.plisante.starter.event.EventAutoConfiguration,"
                    + "fr.plisante.starter.store.StoreAutoConfiguration,"
                    + "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration,"
                    + "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration"
        })
class ClientTests {

    private static final HttpServer SERVER = server();
    private static final AtomicInteger STATUS = new AtomicInteger();
    private static final AtomicBoolean BUSY = new AtomicBoolean();
    private static final AtomicInteger TOKENS = new AtomicInteger();
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    record Thing(String name) {}

    /** A service that asks for a token. */
    @ClientRegistrationId("try-service")
    interface Things {

        @GetExchange("/thing")
        Thing one();
    }

    /** A service that keeps failing. */
    interface Broken {

        @GetExchange("/thing")
        Thing one();
    }

    /** A service that takes too long. */
    interface Slow {

        @GetExchange("/slow")
        String late();
    }

    @Autowired
    Things things;

    @Autowired
    Broken broken;

    @Autowired
    Slow slow;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        var address = "http://127.0.0.1:" + SERVER.getAddress().getPort();
        List.of("things", "broken", "slow")
                .forEach(group -> registry.add("spring.http.serviceclient." + group + ".base-url", () -> address));
        registry.add("spring.security.oauth2.client.provider.plisante.token-uri", () -> address + "/token");
    }

    @BeforeEach
    void answerWell() {
        STATUS.set(200);
        BUSY.set(false);
        ASKED.clear();
    }

    @AfterAll
    static void stop() {
        SERVER.stop(0);
    }

    @Test
    void callsWithATokenOfItsOwnAndPassesOverWhatItDoesNotKnow() {
        assertThat(things.one()).isEqualTo(new Thing("a"));
        assertThat(things.one()).isEqualTo(new Thing("a"));

        assertThat(ASKED).hasSize(2).allMatch(("Bearer token-" + TOKENS.get())::equals);
    }

    @Test
    void fetchesAnotherTokenWhenOneWasRefused() {
        STATUS.set(401);
        assertThatThrownBy(things::one).isInstanceOf(HttpClientErrorException.Unauthorized.class);
        STATUS.set(200);
        things.one();

        assertThat(ASKED).containsExactly("Bearer token-" + (TOKENS.get() - 1), "Bearer token-" + TOKENS.get());
    }

    @Test
    void takesARefusalForAnAnswer() {
        STATUS.set(404);
        for (var i = 0; i < 30; i++) {
            assertThatThrownBy(things::one).isInstanceOf(HttpClientErrorException.NotFound.class);
        }

        assertThat(ASKED).hasSize(30);
    }

    @Test
    void leavesAServiceAloneThatKeepsFailing() {
        STATUS.set(503);
        for (var i = 0; i < 30; i++) {
            assertThatThrownBy(broken::one)
                    .isInstanceOf(ServiceUnavailable.class)
                    .hasMessage("broken does not answer");
        }

        assertThat(ASKED).hasSize(10);
    }

    @Test
    void goesOnAskingAServiceThatSaysWhenToComeBack() {
        STATUS.set(503);
        BUSY.set(true);
        for (var i = 0; i < 30; i++) {
            assertThatThrownBy(things::one).isInstanceOf(ServiceUnavailable.class);
        }

        assertThat(ASKED).hasSize(30);
    }

    @Test
    void doesNotWaitForEver() {
        assertThatThrownBy(slow::late).isInstanceOf(ServiceUnavailable.class);
    }

    private static HttpServer server() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/token",
                    exchange -> answer(
                            exchange,
                            200,
                            "{\"access_token\": \"token-%d\", \"token_type\": \"Bearer\", \"expires_in\": 300}"
                                    .formatted(TOKENS.incrementAndGet())));
            // Never answers.
            server.createContext("/slow", exchange -> {});
            server.createContext("/thing", exchange -> {
                ASKED.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                if (BUSY.get()) {
                    exchange.getResponseHeaders().set("Retry-After", "2");
                }
                answer(exchange, STATUS.get(), "{\"name\": \"a\", \"later\": {\"more\": true}}");
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ImportHttpServices(group = "things", types = Things.class)
    @ImportHttpServices(group = "broken", types = Broken.class)
    @ImportHttpServices(group = "slow", types = Slow.class)
    static class Service {}
}
