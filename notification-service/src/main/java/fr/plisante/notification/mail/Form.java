package fr.plisante.notification.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import org.springframework.stereotype.Component;

/** A mail as RFC 5322 wants it, with the headers that keep robots from answering (RFC 3834) and let people sort (RFC 2919). */
@Component
public class Form {

    private static final String UTF_8 = "UTF-8";

    private final MailSettings settings;
    private final Clock clock;

    Form(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The message to be sent. */
    public MimeMessage of(Mail mail, Session session) throws MessagingException {
        var message = new FixedId(session, "<" + mail.messageId() + ">");
        message.setFrom(named(settings.from(), settings.fromName()));
        message.setRecipient(
                Message.RecipientType.TO,
                named(mail.to().address(), OneLine.of(mail.to().name())));
        message.setSubject(OneLine.of(mail.subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("List-Id", "<" + mail.list() + "." + settings.domain() + ">");
        message.setHeader("Content-Language", mail.to().locale().getLanguage());
        var alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(part(mail.text(), "plain"));
        alternative.addBodyPart(part(mail.html(), "html"));
        message.setContent(alternative);
        message.saveChanges();
        return message;
    }

    /** The name this machine has for the relay: one for each kind of mail. */
    public String ownName(String kind) {
        return kind + "." + settings.domain();
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        var strict = new InternetAddress(address, true);
        try {
            strict.setPersonal(name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("No UTF-8", e);
        }
        return strict;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** Keeps its Message-ID when saved. */
    private static final class FixedId extends MimeMessage {

        private final String id;

        FixedId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
