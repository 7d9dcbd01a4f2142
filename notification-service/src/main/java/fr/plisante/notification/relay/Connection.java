package fr.plisante.notification.relay;

import fr.plisante.notification.mail.Form;
import fr.plisante.notification.mail.Mail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One SMTP connection, used by one thread and kept open from mail to mail. */
final class Connection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Session session;
    private final Form form;
    private final Transport transport;

    Connection(Session session, Form form) throws MessagingException {
        this.session = session;
        this.form = form;
        this.transport = session.getTransport("smtp");
    }

    /** Opens the connection if it is not open any more; asked before a mail is claimed, so that a dead relay costs it no attempt. */
    void open() throws MessagingException {
        if (!transport.isConnected()) {
            transport.connect();
        }
    }

    /** Sends over the open connection. */
    Outcome send(Mail mail) {
        MimeMessage message;
        try {
            message = form.of(mail, session);
        } catch (MessagingException e) {
            return new Outcome.Refused("5.1.3", "not a mail address");
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Accepted();
        } catch (MessagingException e) {
            return outcome(e);
        }
    }

    private Outcome outcome(MessagingException failure) {
        var reply = SmtpReply.of(failure);
        if (reply == null || !reply.isAboutTheMail()) {
            close();
            return new Outcome.Lost(reply == null ? "connection lost" : reply.text());
        }
        return reply.isForGood()
                ? new Outcome.Refused(reply.shortest(), reply.text())
                : new Outcome.Postponed(reply.text());
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The relay did not say goodbye", e);
        }
    }
}
