package fr.plisante.notification.relay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server as strict as the RFC that gives one other answer to a command when told to: a relay after a refusal wants RSET before the next MAIL. */
final class ScriptedRelay implements AutoCloseable {

    private static final String END_OF_DATA = ".";

    private final ServerSocket server;
    private final List<String> offers;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    ScriptedRelay(String... offers) {
        this(0, offers);
    }

    ScriptedRelay(int port, String... offers) {
        this.offers = List.of(offers);
        try {
            server = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The next time it hears this command ({@code .} is the end of a mail) it says that; an empty answer hangs up. */
    void answerOnce(String command, String answer) {
        answers.put(command, answer);
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    /** What was taken, as it came over the wire. */
    List<String> mails() {
        return List.copyOf(mails);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            say(socket, "220 relay");
            var inTransaction = false;
            var hasSender = false;
            var recipients = 0;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                var verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                var other = answers.remove(verb);
                if (other != null) {
                    if (other.isEmpty()) {
                        return;
                    }
                    if (verb.equals("MAIL")) {
                        inTransaction = true;
                        hasSender = false;
                    }
                    say(socket, other);
                    continue;
                }
                switch (verb) {
                    case "EHLO" -> say(socket, greeting());
                    case "MAIL" -> {
                        say(socket, inTransaction ? "503 5.5.1 Nested MAIL command" : "250 ok");
                        hasSender = !inTransaction;
                        inTransaction = true;
                        recipients = 0;
                    }
                    case "RCPT" -> {
                        recipients += hasSender ? 1 : 0;
                        say(socket, hasSender ? "250 ok" : "503 5.5.1 MAIL first");
                    }
                    case "DATA" -> {
                        say(socket, "354 go on");
                        var mail = content(in);
                        other = answers.remove(END_OF_DATA);
                        if (other != null) {
                            say(socket, other);
                        } else if (recipients == 0) {
                            say(socket, "554 5.5.1 no valid recipients");
                        } else {
                            mails.add(mail);
                            inTransaction = false;
                            say(socket, "250 taken");
                        }
                    }
                    case "RSET" -> {
                        inTransaction = false;
                        say(socket, "250 ok");
                    }
                    case "AUTH" -> {
                        say(socket, "334 ");
                        commands.add(in.readLine());
                        say(socket, "235 welcome");
                    }
                    case "QUIT" -> say(socket, "221 bye");
                    default -> say(socket, "500 5.5.2 not understood");
                }
            }
        } catch (IOException e) {
            commands.add("lost");
        }
    }

    private String greeting() {
        var lines = new ArrayList<String>();
        lines.add("relay");
        lines.addAll(offers);
        var greeting = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            greeting.append(i == 0 ? "" : "\r\n")
                    .append(i + 1 == lines.size() ? "250 " : "250-")
                    .append(lines.get(i));
        }
        return greeting.toString();
    }

    private static String content(BufferedReader in) throws IOException {
        var content = new StringBuilder();
        for (var line = in.readLine(); !END_OF_DATA.equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("the mail has no end");
            }
            content.append(line).append("\r\n");
        }
        return content.toString();
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
