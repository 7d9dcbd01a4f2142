package fr.plisante.notification.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.stereotype.Component;

/** A mail as RFC 5322 wants it, with the headers that keep robots from answering (RFC 3834) and let people sort (RFC 2919). */
@Component
public class Form {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    /** Neither a quoted-printable text nor a header of ours holds {@code =_}. */
    private static final String BOUNDARY = "=_plisante_alternative";
    /** One line, or several of which each but the first begins with a space. */
    private static final Pattern FOLDED = Pattern.compile("[\\t -~]*(\r\n[\\t ][\\t -~]*)*");

    static {
        // Without it the mail library looks through every jar, each time it encodes a word.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final MailSettings settings;
    private final Clock clock;
    private final String from;

    Form(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        try {
            from = named(settings.from(), settings.fromName()).toString();
        } catch (AddressException e) {
            throw new IllegalStateException("plisante.mail.from is no mail address", e);
        }
    }

    /**
     * A mail ready to be sent.
     *
     * @param to the bare address
     * @param content ASCII, lines end with CRLF, none begins with a dot
     */
    public record Ready(String to, String content) {

        /** What may be logged. */
        @Override
        public String toString() {
            return "Ready[" + content.length() + " bytes]";
        }
    }

    /** The message to be sent; fails if the recipient's address is none. */
    public Ready of(Mail mail) throws AddressException {
        var to = named(mail.to().address(), OneLine.of(mail.to().name()));
        var text = new StringBuilder(16_000);
        header(text, "Date", DATE.format(clock.instant()));
        header(text, "From", from);
        header(text, "To", to.toString());
        header(text, "Message-ID", "<" + mail.messageId() + ">");
        header(text, "Subject", words(OneLine.of(mail.subject())));
        header(text, "Auto-Submitted", "auto-generated");
        header(text, "X-Auto-Response-Suppress", "All");
        header(text, "List-Id", "<" + mail.list() + "." + settings.domain() + ">");
        header(text, "Content-Language", mail.to().locale().getLanguage());
        header(text, "MIME-Version", "1.0");
        header(text, "Content-Type", "multipart/alternative; boundary=\"" + BOUNDARY + "\"");
        part(text, "text/plain", mail.text());
        part(text, "text/html", mail.html());
        return new Ready(
                to.getAddress(),
                text.append("\r\n--").append(BOUNDARY).append("--\r\n").toString());
    }

    /** The address our mails come from, to which relays report. */
    public String sender() {
        return settings.from();
    }

    /** The name this machine has for the relay: one for each kind of mail. */
    public String ownName(String kind) {
        return kind + "." + settings.domain();
    }

    private static void part(StringBuilder text, String type, String body) {
        text.append("\r\n--").append(BOUNDARY).append("\r\n");
        header(text, "Content-Type", type + "; charset=UTF-8");
        header(text, "Content-Transfer-Encoding", "quoted-printable");
        text.append("\r\n").append(QuotedPrintable.of(body));
    }

    /** Nobody adds a header or ends the mail by what stands in a header, whatever the cleaning before has left. */
    private static void header(StringBuilder text, String name, String value) {
        if (!FOLDED.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " is more than one line");
        }
        text.append(name).append(": ").append(value).append("\r\n");
    }

    private static InternetAddress named(String address, String name) throws AddressException {
        var strict = new InternetAddress(address, true);
        if (!strict.getAddress().equals(address)) {
            throw new AddressException("more than an address");
        }
        try {
            strict.setPersonal(name, "UTF-8");
            return strict;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("No UTF-8", e);
        }
    }

    private static String words(String value) {
        try {
            return MimeUtility.fold("Subject: ".length(), MimeUtility.encodeText(value, "UTF-8", null));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("No UTF-8", e);
        }
    }
}
