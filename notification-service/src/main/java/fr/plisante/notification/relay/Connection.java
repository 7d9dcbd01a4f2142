package fr.plisante.notification.relay;

import fr.plisante.notification.mail.Form.Ready;
import fr.plisante.notification.mail.Mail;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One SMTP connection, used by one thread and kept open from mail to mail. */
final class Connection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Relay relay;
    private final Smtp smtp;
    private boolean reserved;
    private boolean used;

    Connection(Relay relay, Smtp smtp) {
        this.relay = relay;
        this.smtp = smtp;
    }

    /** Waits a moment for leave to use the relay and opens the connection if it is not open. */
    boolean reserve() {
        reserved = relay.mayUse();
        try {
            if (reserved && !smtp.isConnected()) {
                open();
            }
        } catch (IOException e) {
            reserved = false;
            smtp.hangUp();
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
        var outcome = outcome(mail);
        reserved = false;
        if (outcome instanceof Outcome.Lost lost) {
            relay.failed(new IllegalStateException(lost.reason()));
        } else {
            relay.worked();
        }
        return outcome;
    }

    private Outcome outcome(Mail mail) {
        try {
            var reply = give(relay.form().of(mail));
            if (reply.isAsked()) {
                return new Outcome.Accepted();
            }
            if (reply.isTrouble()) {
                return new Outcome.Lost(reply.text());
            }
            return reply.isForGood()
                    ? new Outcome.Refused(reply.shortest(), reply.text())
                    : new Outcome.Postponed(reply.text());
        } catch (AddressException _) {
            return new Outcome.Refused("5.1.3", "not a mail address");
        } catch (IOException e) {
            smtp.hangUp();
            return new Outcome.Lost("connection lost: " + e.getMessage());
        } catch (RuntimeException e) {
            smtp.hangUp();
            throw e;
        }
    }

    /** A connection that was kept may have been ended by the relay meanwhile: that shows here, before it has a mail. */
    private SmtpReply give(Ready mail) throws IOException {
        var sender = relay.form().sender();
        var kept = used;
        used = true;
        try {
            return smtp.give(sender, mail);
        } catch (IOException e) {
            if (!kept || smtp.hasAnswered()) {
                throw e;
            }
            smtp.hangUp();
            open();
            return smtp.give(sender, mail);
        }
    }

    private void open() throws IOException {
        smtp.open(relay.ownName());
        used = false;
    }

    @Override
    public void close() {
        if (smtp.isConnected()) {
            try {
                smtp.quit();
            } catch (IOException e) {
                LOG.debug("The relay did not say goodbye", e);
            }
            smtp.hangUp();
        }
    }
}
