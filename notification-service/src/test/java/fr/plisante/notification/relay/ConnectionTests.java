package fr.plisante.notification.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.plisante.notification.mail.Form;
import fr.plisante.notification.mail.FormFixture;
import fr.plisante.notification.mail.Mail;
import fr.plisante.notification.mail.Mail.Recipient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relay that refuses a mail at DATA keeps its sender and recipients in mind until it is told to forget them (RSET). */
class ConnectionTests {

    private static final Dispatches.Lane LANE = new Dispatches.Lane("notices", 1, 10, Duration.ofSeconds(5));

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private ServerSocket relay;

    @BeforeEach
    void listen() throws IOException {
        relay = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
    }

    @Test
    void takesTheNextMailOverTheSameConnection() throws Exception {
        try (var connection = connection(null, null)) {
            assertThat(connection.reserve()).isTrue();
            assertThat(connection.send(mailTo("refused@courriel.example")))
                    .isEqualTo(new Outcome.Refused("5.7.1", "554 5.7.1 Not this one"));

            assertThat(connection.reserve()).isTrue();
            assertThat(connection.send(mailTo("lea@courriel.example"))).isEqualTo(new Outcome.Accepted());
        }
        assertThat(commands).filteredOn(command -> command.startsWith("EHLO")).hasSize(1);
        assertThat(commands).containsSubsequence("DATA", "RSET", "DATA");
        assertThat(commands).noneMatch(command -> command.startsWith("AUTH"));
    }

    @Test
    void signsInWithItsAccountAtTheRelay() throws Exception {
        try (var connection = connection("plisante", "secret")) {
            assertThat(connection.reserve()).isTrue();
            assertThat(connection.send(mailTo("lea@courriel.example"))).isEqualTo(new Outcome.Accepted());
        }
        var account = Base64.getEncoder().encodeToString("plisante\0plisante\0secret".getBytes(StandardCharsets.UTF_8));
        assertThat(commands).containsSubsequence("AUTH PLAIN " + account, "DATA");
    }

    @Test
    void losesNoLeaveToUseTheRelayWhenAMailCannotBeMade() throws Exception {
        var port = relay.getLocalPort();
        var broken = new AtomicBoolean(true);
        var clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        var lane = relayOn(port, FormFixture.form(() -> {
            if (broken.get()) {
                throw new IllegalStateException("A fault of ours");
            }
            return clock.instant();
        }));
        relay.close();
        try (var connection = lane.connection()) {
            await().until(() -> !connection.reserve() && lane.isLeftAlone());
            relay = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
            for (var tried = 0; tried < 4; tried++) {
                Thread.ofVirtual().start(this::answer);
                await().until(connection::reserve);
                assertThatThrownBy(() -> connection.send(mailTo("lea@courriel.example")))
                        .hasMessage("A fault of ours");
                connection.release();
            }
            broken.set(false);
            Thread.ofVirtual().start(this::answer);
            await().until(connection::reserve);

            assertThat(connection.send(mailTo("lea@courriel.example"))).isEqualTo(new Outcome.Accepted());
        }
    }

    private Connection connection(@Nullable String username, @Nullable String password) throws Exception {
        var settings = new RelaySettings(
                "127.0.0.1",
                relay.getLocalPort(),
                username,
                password,
                false,
                Duration.ofSeconds(5),
                Duration.ofSeconds(1));
        return new Relay(LANE, settings, FormFixture.form()).connection();
    }

    private static Relay relayOn(int port, Form form) {
        var settings =
                new RelaySettings("127.0.0.1", port, null, null, false, Duration.ofSeconds(5), Duration.ofMillis(200));
        return new Relay(LANE, settings, form);
    }

    private static Mail mailTo(String address) {
        return new Mail("1@x.example", "notices", new Recipient("Léa", address, Locale.FRANCE), "s", "text", "html");
    }

    private void answer() {
        try (var socket = relay.accept();
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            say(socket, "220 relay");
            var inTransaction = false;
            var refused = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                var verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "MAIL" -> {
                        say(socket, inTransaction ? "503 5.5.1 Nested MAIL command" : "250 ok");
                        inTransaction = true;
                    }
                    case "RCPT" -> {
                        refused = line.contains("refused@");
                        say(socket, "250 ok");
                    }
                    case "DATA" -> {
                        if (refused) {
                            say(socket, "554 5.7.1 Not this one");
                        } else {
                            say(socket, "354 go on");
                            while (!".".equals(in.readLine())) {
                                // The mail itself.
                            }
                            say(socket, "250 taken");
                            inTransaction = false;
                        }
                    }
                    case "RSET" -> {
                        inTransaction = false;
                        say(socket, "250 ok");
                    }
                    case "EHLO" -> say(socket, "250-relay\r\n250 AUTH PLAIN");
                    case "AUTH" -> say(socket, "235 welcome");
                    case "QUIT" -> say(socket, "221 bye");
                    default -> say(socket, "250 ok");
                }
            }
        } catch (IOException e) {
            if (!relay.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
