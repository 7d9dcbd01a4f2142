package fr.plisante.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server that keeps what it gets; what it thinks of an address stands in the address. */
public final class Sink {

    /** A mail as it came. */
    public record Got(String to, MimeMessage message) {

        public String header(String name) {
            try {
                return message.getHeader(name, null);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String subject() {
            try {
                return message.getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final List<Got> mails = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    private final Set<String> forgiven = ConcurrentHashMap.newKeySet();
    private volatile int port;
    private volatile SMTPServer server = server();

    public void start() {
        server = server();
        server.start();
        port = server.getPortAllocated();
    }

    public void stop() {
        server.stop();
    }

    public int port() {
        return port;
    }

    public void forgive(String recipient) {
        forgiven.add(recipient);
    }

    public List<Got> mailsTo(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    public List<Got> mails() {
        return List.copyOf(mails);
    }

    private SMTPServer server() {
        return SMTPServer.port(port).messageHandlerFactory(Keeping::new).build();
    }

    /** {@code refused.*} is unknown until forgiven, {@code later.*} is told to come again once. */
    private final class Keeping implements MessageHandler {

        private String to = "";

        Keeping(MessageContext context) {}

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) throws RejectException {
            var nth = tries.computeIfAbsent(recipient, r -> new AtomicInteger()).incrementAndGet();
            if (recipient.startsWith("refused") && !forgiven.contains(recipient)) {
                throw new RejectException(550, "5.1.1 No such user here");
            }
            if (recipient.startsWith("later") && nth == 1) {
                throw new RejectException(451, "4.7.1 Greylisted");
            }
            to = recipient;
        }

        @Override
        public String data(InputStream data) throws IOException {
            try {
                mails.add(new Got(
                        to,
                        new MimeMessage(
                                Session.getInstance(new Properties()), new ByteArrayInputStream(data.readAllBytes()))));
            } catch (MessagingException e) {
                throw new IOException(e);
            }
            return null;
        }

        @Override
        public void done() {}
    }
}
