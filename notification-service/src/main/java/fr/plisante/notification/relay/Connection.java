package fr.plisante.notification.relay;

import fr.plisante.notification.mail.Mail;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One SMTP connection, used by one thread and kept open from mail to mail. */
final class Connection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Relay relay;
    private final Transport transport;
    private boolean reserved;

    Connection(Relay relay, Transport transport) {
        this.relay = relay;
        this.transport = transport;
    }

    /**
     * Waits a moment for leave to use the relay and opens the connection if it is not open; asked before a mail is
     * claimed, so that a dead relay costs it no attempt.
     */
    boolean reserve() {
        reserved = relay.mayUse();
        try {
            if (reserved && !transport.isConnected()) {
                relay.connect(transport);
            }
        } catch (MessagingException e) {
            reserved = false;
            relay.failed(e);
            LOG.warn("The relay does not answer: {}", e.getMessage());
        }
        return reserved;
    }

    /** Gives back a leave that was not used. */
    void release() {
        if (reserved) {
            reserved = false;
            relay.unused();
        }
    }

    /** Sends over the open connection. What fails on our side is no fault of the relay: its leave is given back. */
    Outcome send(Mail mail) {
        var outcome = give(mail);
        reserved = false;
        if (outcome instanceof Outcome.Lost lost) {
            relay.failed(new IllegalStateException(lost.reason()));
        } else {
            relay.worked();
        }
        return outcome;
    }

    private Outcome give(Mail mail) {
        MimeMessage message;
        try {
            message = relay.message(mail);
        } catch (MessagingException e) {
            return new Outcome.Refused("5.1.3", "not a mail address");
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Accepted();
        } catch (MessagingException e) {
            return outcome(e);
        } catch (RuntimeException e) {
            close();
            throw e;
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
