package fr.plisante.local.sink;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Main class of the sink: PLISANTE_SMTP_PORT (8089), PLISANTE_SINK_PORT (8088), PLISANTE_SINK_FOLDER (mails). */
final class SmtpSink {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpSink.class);

    private final Relay relay;
    private final HttpServer http;

    private SmtpSink(Relay relay, HttpServer http) {
        this.relay = relay;
        this.http = http;
    }

    public static void main(String[] args) throws IOException {
        var environment = System.getenv();
        start(
                port(environment, "PLISANTE_SMTP_PORT", 8089),
                port(environment, "PLISANTE_SINK_PORT", 8088),
                Mails.in(Path.of(environment.getOrDefault("PLISANTE_SINK_FOLDER", "mails")), Mails.KEPT));
    }

    static SmtpSink start(int smtp, int page, Mails mails) throws IOException {
        var behaviour = new Behaviour();
        var relay = new Relay(smtp, mails, behaviour);
        relay.up();
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), page), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", new MailPages(mails)::answer);
        http.createContext("/api/", new MailApi(mails, behaviour, relay)::answer);
        http.start();
        LOG.info("SMTP on 127.0.0.1:{}, page on http://127.0.0.1:{}/, {} mails so far", smtp, page, mails.count());
        return new SmtpSink(relay, http);
    }

    void stop() {
        relay.down();
        http.stop(0);
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        return Integer.parseInt(environment.getOrDefault(name, Integer.toString(usual)));
    }
}
