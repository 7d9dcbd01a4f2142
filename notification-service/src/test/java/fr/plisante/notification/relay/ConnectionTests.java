package fr.plisante.notification.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.plisante.notification.mail.Form;
import fr.plisante.notification.mail.FormFixture;
import fr.plisante.notification.mail.Mail;
import fr.plisante.notification.mail.Mail.Recipient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTests {

    private static final Dispatches.Lane LANE = new Dispatches.Lane("notices", 1, 100, Duration.ofSeconds(5));
    private static final Outcome ACCEPTED = new Outcome.Accepted();

    /** What was refused stays one mail's fate, at whatever step, whether steps are sent together or one by one. */
    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 5.1.8 Sender unknown here, lost",
        "MAIL, 451 4.3.0 Come again, lost",
        "RCPT, 550 5.1.1 No such user, 5.1.1",
        "RCPT, 550 No such user, 550",
        "RCPT, 451 4.7.1 Greylisted, later",
        "RCPT, 554 5.7.1 Relaying denied, lost",
        "RCPT, 530 5.7.0 Must issue a STARTTLS command first, lost",
        "RCPT, 503 bad sequence, lost",
        "DATA, 554 5.6.0 Not this one, 5.6.0",
        "DATA, 452 4.3.1 Disk full, later",
        "., 552 5.3.4 Too large, 5.3.4",
        "., 451 4.3.0 Come again, later",
        "., 550 5.7.1 Policy, lost"
    })
    void takesTheNextMailOverTheSameConnection(String command, String answer, String outcome) throws Exception {
        for (var offers : Stream.of("PIPELINING", "8BITMIME").toList()) {
            try (var relay = new ScriptedRelay(offers);
                    var connection = connection(relay, null)) {
                relay.answerOnce(command, answer);
                assertThat(connection.reserve()).isTrue();
                assertThat(connection.send(mailTo("paul@courriel.example"))).isEqualTo(expected(answer, outcome));

                assertThat(connection.reserve()).isTrue();
                assertThat(connection.send(mailTo("lea@courriel.example"))).isEqualTo(ACCEPTED);

                assertThat(relay.commands())
                        .filteredOn(said -> said.startsWith("EHLO"))
                        .hasSize(1);
                assertThat(relay.mails()).singleElement().asString().contains("To: =?UTF-8?Q?L=C3=A9a?= <lea@");
            }
        }
    }

    @Test
    void sendsTheStepsOfAMailTogetherAndAsksNothingBefore() throws Exception {
        try (var relay = new ScriptedRelay("PIPELINING");
                var connection = connection(relay, null)) {
            for (int i = 0; i < 2; i++) {
                assertThat(connection.reserve()).isTrue();
                assertThat(connection.send(mailTo("lea@courriel.example"))).isEqualTo(ACCEPTED);
            }
            assertThat(relay.commands().stream().map(command -> command.substring(0, 4)))
                    .containsExactly("EHLO", "MAIL", "RCPT", "DATA", "MAIL", "RCPT", "DATA");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "421 4.3.2 shutting down"})
    void opensANewConnectionWhenTheRelayHasEndedTheKeptOne(String answer) throws Exception {
        try (var relay = new ScriptedRelay();
                var connection = connection(relay, null)) {
            assertThat(connection.reserve()).isTrue();
            assertThat(connection.send(mailTo("lea@courriel.example"))).isEqualTo(ACCEPTED);

            relay.answerOnce("MAIL", answer);
            assertThat(connection.reserve()).isTrue();
            assertThat(connection.send(mailTo("lea@courriel.example"))).isEqualTo(ACCEPTED);
            assertThat(relay.mails()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 421 4.3.2 shutting down", "RCPT, ''", "DATA, ''"})
    void takesAClosingRelayForABrokenOne(String command, String answer) throws Exception {
        try (var relay = new ScriptedRelay();
                var connection = connection(relay, null)) {
            relay.answerOnce(command, answer);
            assertThat(connection.reserve()).isTrue();
            assertThat(connection.send(mailTo("lea@courriel.example"))).isInstanceOf(Outcome.Lost.class);

            assertThat(connection.reserve()).isTrue();
            assertThat(connection.send(mailTo("lea@courriel.example"))).isEqualTo(ACCEPTED);
            assertThat(relay.mails()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"EHLO, 554 5.7.1 Go away", "AUTH, 535 5.7.8 Wrong password", "AUTH, 454 4.7.0 Not now"})
    void leavesARelayAloneThatDoesNotLetUsIn(String command, String answer) throws Exception {
        try (var server = new ScriptedRelay("AUTH PLAIN")) {
            var relay = relay(server.port(), "plisante", false, FormFixture.form());
            try (var connection = relay.connection()) {
                await().until(() -> {
                    server.answerOnce(command, answer);
                    return !connection.reserve() && relay.isLeftAlone();
                });
                assertThat(server.mails()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"PLAIN LOGIN, PLAIN, '\0plisante\0secret'", "LOGIN, LOGIN, plisante"})
    void signsInWithItsAccountAtTheRelay(String offered, String method, String account) throws Exception {
        try (var relay = new ScriptedRelay("AUTH " + offered);
                var connection = connection(relay, "plisante")) {
            connection.reserve();
            assertThat(relay.commands())
                    .containsSubsequence(
                            "AUTH " + method,
                            Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void sendsNothingUnencryptedWhereThatIsNotAllowed() throws Exception {
        try (var server = new ScriptedRelay("AUTH PLAIN", "PIPELINING");
                var connection = relay(server.port(), "plisante", true, FormFixture.form())
                        .connection()) {
            assertThat(connection.reserve()).isFalse();
            assertThat(server.commands()).hasSize(2).contains("STARTTLS");
        }
    }

    @Test
    void losesNoLeaveToUseTheRelayWhenAMailCannotBeMade() throws Exception {
        var server = new ScriptedRelay();
        var broken = new AtomicBoolean(true);
        var clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        var relay = relay(server.port(), null, false, FormFixture.form(() -> {
            if (broken.get()) {
                throw new IllegalStateException("A fault of ours");
            }
            return clock.instant();
        }));
        server.close();
        try (var connection = relay.connection()) {
            await().until(() -> !connection.reserve() && relay.isLeftAlone());
            try (var again = new ScriptedRelay(server.port())) {
                for (var tried = 0; tried < 4; tried++) {
                    await().until(connection::reserve);
                    assertThatThrownBy(() -> connection.send(mailTo("lea@courriel.example")))
                            .hasMessage("A fault of ours");
                    connection.release();
                }
                broken.set(false);
                await().until(connection::reserve);

                assertThat(connection.send(mailTo("lea@courriel.example"))).isEqualTo(ACCEPTED);
                // A conversation of which we do not know where it stands is not gone on with.
                assertThat(again.commands())
                        .filteredOn(said -> said.startsWith("EHLO"))
                        .hasSize(5);
            }
        }
    }

    private static Outcome expected(String answer, String outcome) {
        Function<String, Outcome> as = switch (outcome) {
            case "lost" -> Outcome.Lost::new;
            case "later" -> Outcome.Postponed::new;
            default -> text -> new Outcome.Refused(outcome, text);
        };
        return as.apply(answer);
    }

    private static Connection connection(ScriptedRelay server, @Nullable String username) {
        return relay(server.port(), username, false, FormFixture.form()).connection();
    }

    private static Relay relay(int port, @Nullable String username, boolean starttls, Form form) {
        var password = username == null ? null : "secret";
        var settings = new RelaySettings(
                "127.0.0.1", port, username, password, starttls, Duration.ofSeconds(5), Duration.ofMillis(200));
        return new Relay(LANE, settings, form);
    }

    private static Mail mailTo(String address) {
        var name = address.startsWith("lea") ? "Léa" : "Paul";
        return new Mail("1@x.example", "notices", new Recipient(name, address, Locale.FRANCE), "s", "text", "html");
    }
}
