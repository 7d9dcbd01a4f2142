package fr.plisante.local.sink;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** The SMTP side: answers 250 only when the mail is on the disk. */
final class Relay {

    private static final int LARGEST = 40 << 20;

    private final int port;
    private final Mails mails;
    private final Behaviour behaviour;
    private @Nullable SMTPServer server;

    Relay(int port, Mails mails, Behaviour behaviour) {
        this.port = port;
        this.mails = mails;
        this.behaviour = behaviour;
    }

    /** Answers, and behaves as usual. */
    synchronized void up() {
        behaviour.normal();
        if (server == null) {
            server = SMTPServer.port(port)
                    .bindAddress(InetAddress.getLoopbackAddress())
                    .hostName("localhost")
                    .softwareName("Plisante sink")
                    .enableTLS(false)
                    .maxConnections(200)
                    .maxRecipients(1000)
                    .maxMessageSize(LARGEST)
                    .insertReceivedHeaders(false)
                    .messageHandlerFactory(context -> new Receiving())
                    .build();
            server.start();
        }
    }

    /** Nobody answers any more; what was being sent is cut. */
    synchronized void down() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    private final class Receiving implements MessageHandler {

        private String from = "";
        private final List<String> to = new ArrayList<>();

        @Override
        public void from(String address) {
            from = address;
        }

        @Override
        public void recipient(String address) throws RejectException {
            behaviour.checkRecipient(address);
            to.add(address);
        }

        @Override
        public String data(InputStream content) throws IOException {
            behaviour.dawdle();
            return "kept as " + mails.keep(from, to, content);
        }

        @Override
        public void done() {
            // Nothing is held between two mails of one session.
        }
    }
}
