package fr.plisante.notification.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.plisante.notification.mail.Form.Ready;
import fr.plisante.notification.relay.SmtpReply.Stage;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient;
import org.apache.commons.net.smtp.SMTPReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A conversation with the relay. Opening it is Commons Net's; a mail's commands go together when the relay takes that
 * (PIPELINING, RFC 2920), which is two round trips a mail.
 */
final class Smtp extends AuthenticatingSMTPClient {

    private static final Logger LOG = LoggerFactory.getLogger(Smtp.class);

    private final RelaySettings settings;
    private Set<String> offers = Set.of();
    private boolean answered;

    Smtp(RelaySettings settings) {
        super("TLS", false, "UTF-8");
        this.settings = settings;
        // Theirs asks for nothing but an unexpired certificate; without one the platform's own asks who vouches for it.
        setTrustManager(null);
        setEndpointCheckingEnabled(true);
        setConnectTimeout((int) settings.timeout().toMillis());
        setDefaultTimeout((int) settings.timeout().toMillis());
    }

    /** Connects, encrypts if that is set, and signs in if there is an account. */
    void open(String ownName) throws IOException {
        connect(settings.host(), settings.port());
        expect(SMTPReply.isPositiveCompletion(getReplyCode()));
        setTcpNoDelay(true);
        greet(ownName);
        if (settings.starttls()) {
            expect(execTLS());
            greet(ownName);
        }
        if (settings.authenticates()) {
            signIn();
        }
    }

    /** Gives a mail; answers the reply that decided over it. After a refusal the conversation is as new. */
    SmtpReply give(String from, Ready mail) throws IOException {
        answered = false;
        var steps = new EnumMap<Stage, String>(Stage.class);
        steps.put(Stage.MAIL, "MAIL FROM:<" + from + ">\r\n");
        steps.put(Stage.RCPT, "RCPT TO:<" + mail.to() + ">\r\n");
        steps.put(Stage.DATA, "DATA\r\n");
        var together = offers.contains("PIPELINING");
        if (together) {
            write(String.join("", steps.values()));
        }
        SmtpReply decisive = null;
        var waitsForContent = false;
        for (var step : steps.entrySet()) {
            if (!together) {
                write(step.getValue());
            }
            var reply = read(step.getKey());
            waitsForContent = step.getKey() == Stage.DATA && reply.isAsked();
            if (decisive == null && !reply.isAsked()) {
                decisive = reply;
                if (!together) {
                    break;
                }
            }
        }
        if (decisive == null) {
            write(mail.content() + ".\r\n");
            decisive = read(Stage.CONTENT);
        } else if (waitsForContent) {
            // RFC 2920: a relay may ask for the content though it refused the recipient; it gets none.
            write(".\r\n");
            getReply();
        }
        if (!decisive.isAsked()) {
            forget();
        }
        return decisive;
    }

    /** Whether the relay said anything about the last mail: if not, it has not begun to take it. */
    boolean hasAnswered() {
        return answered;
    }

    /** Ends the conversation without a word; the relay takes that for a lost connection, and a mail is told whole or not at all. */
    void hangUp() {
        try {
            disconnect();
        } catch (IOException e) {
            LOG.debug("The connection to the relay did not close", e);
        }
    }

    private void greet(String ownName) throws IOException {
        expect(SMTPReply.isPositiveCompletion(ehlo(ownName)));
        offers = Arrays.stream(getReplyStrings())
                .filter(line -> line.length() > 4)
                .map(line -> line.substring(4).toUpperCase(Locale.ROOT).strip())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void signIn() throws IOException {
        var methods = offers.stream()
                .filter(offer -> offer.startsWith("AUTH"))
                .flatMap(offer -> Arrays.stream(offer.split("[ =]+")))
                .collect(Collectors.toSet());
        var method = methods.contains("PLAIN") ? AUTH_METHOD.PLAIN : AUTH_METHOD.LOGIN;
        try {
            expect(auth(method, settings.username(), settings.password()));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void expect(boolean done) throws IOException {
        if (!done) {
            throw new IOException(String.valueOf(getReplyString()).strip());
        }
    }

    private void write(String text) throws IOException {
        _output_.write(text.getBytes(ISO_8859_1));
        _output_.flush();
    }

    private SmtpReply read(Stage stage) throws IOException {
        var code = getReply();
        answered = true;
        return new SmtpReply(stage, code, getReplyString());
    }

    /** A relay that refused a mail has its sender and recipients in mind until it is told otherwise. */
    private void forget() throws IOException {
        if (!SMTPReply.isPositiveCompletion(rset())) {
            hangUp();
        }
    }
}
