package fr.plisante.local.sink;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The captured mails as a mail client shows them, newest first. */
final class MailPages {

    private static final Pattern ONE = Pattern.compile("/mails/(\\d{1,18})(/html)?");
    private static final int SHOWN = 300;
    private static final String HTML = "text/html; charset=utf-8";
    /** A mail may look as it likes, run nothing, fetch nothing, and open its links in a window of their own. */
    private static final String MAIL_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
                    + "style-src 'unsafe-inline'; img-src data:";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Europe/Paris"));

    private final Mails mails;

    MailPages(Mails mails) {
        this.mails = mails;
    }

    void answer(HttpExchange http) throws IOException {
        var exchange = new Exchange(http);
        var one = ONE.matcher(exchange.path());
        if (exchange.path().equals("/")) {
            exchange.send(200, HTML, list(texts(exchange), exchange.query().getOrDefault("to", "")));
        } else if (exchange.path().equals("/mails.css")) {
            exchange.send(200, "text/css; charset=utf-8", resource("mails.css"));
        } else if (one.matches()) {
            one(exchange, Long.parseLong(one.group(1)), one.group(2) != null);
        } else {
            exchange.send(404, HTML, page(texts(exchange), "404", "<h1>404</h1>"));
        }
    }

    private void one(Exchange exchange, long seq, boolean htmlPart) throws IOException {
        var found = mails.find(seq);
        if (found.isEmpty()) {
            exchange.send(404, HTML, page(texts(exchange), "404", "<h1>404</h1>"));
            return;
        }
        var mail = found.get();
        var content = MailContent.read(mails.source(mail));
        if (htmlPart) {
            var html = content.html() == null ? "" : content.html();
            exchange.send(200, HTML, MAIL_POLICY, ("<base target=\"_blank\">" + html).getBytes(StandardCharsets.UTF_8));
        } else {
            exchange.send(200, HTML, open(texts(exchange), mail, content));
        }
    }

    private String list(ResourceBundle texts, String to) {
        var rows = new StringBuilder();
        mails.newestFirst()
                .filter(mail -> to.isBlank() || mail.mentions(to.strip()))
                .limit(SHOWN)
                .forEach(mail -> rows.append("<tr><td>%s</td><td>%s</td><td><a href=\"/mails/%d\">%s</a></td></tr>\n"
                        .formatted(
                                TIME.format(mail.at()),
                                escape(String.join(", ", mail.to())),
                                mail.seq(),
                                escape(mail.subject().isBlank() ? texts.getString("no-subject") : mail.subject()))));
        var body = """
                <h1>%s</h1>
                <p>%s</p>
                <form method="get" action="/" role="search">
                <label for="to">%s</label>
                <input id="to" name="to" type="search" value="%s" autocomplete="off">
                <button>%s</button> <a href="/">%s</a>
                </form>
                <table><thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead>
                <tbody>
                %s</tbody></table>
                """.formatted(
                        texts.getString("title"),
                        escape(texts.getString("count").formatted(mails.count())),
                        texts.getString("recipient"),
                        escape(to),
                        texts.getString("filter"),
                        texts.getString("all"),
                        texts.getString("time"),
                        texts.getString("to"),
                        texts.getString("subject"),
                        rows);
        return page(texts, texts.getString("title"), body);
    }

    private static String open(ResourceBundle texts, Mail mail, MailContent content) {
        var html = content.html() == null
                ? ""
                : "<h2>%s</h2>\n<iframe title=\"%s\" src=\"/mails/%d/html\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>\n"
                        .formatted(texts.getString("html"), escape(mail.subject()), mail.seq());
        var body = """
                <p><a href="/">%s</a></p>
                <h1>%s</h1>
                <dl><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd></dl>
                %s<h2>%s</h2>
                <pre tabindex="0">%s</pre>
                <h2>%s</h2>
                <pre tabindex="0">%s</pre>
                <p><a href="/api/mails/%d/source" download="%d.eml">%s</a></p>
                """.formatted(
                        texts.getString("back"),
                        escape(mail.subject()),
                        texts.getString("from"),
                        escape(mail.from()),
                        texts.getString("to"),
                        escape(String.join(", ", mail.to())),
                        texts.getString("time"),
                        TIME.format(mail.at()),
                        html,
                        texts.getString("text"),
                        escape(content.text() == null ? "" : content.text()),
                        texts.getString("headers"),
                        escape(content.headers()),
                        mail.seq(),
                        mail.seq(),
                        texts.getString("source"));
        return page(texts, mail.subject(), body);
    }

    private static String page(ResourceBundle texts, String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s – Plisanté</title><link rel="stylesheet" href="/mails.css"></head>
                <body><main>
                %s</main></body></html>
                """.formatted(texts.getString("lang"), escape(title), body);
    }

    private static ResourceBundle texts(Exchange exchange) {
        var wanted = exchange.header("Accept-Language").toLowerCase(Locale.ROOT);
        var locale = wanted.startsWith("en") ? Locale.ENGLISH : Locale.ROOT;
        return ResourceBundle.getBundle(
                "fr.plisante.local.sink.mails",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String resource(String name) throws IOException {
        try (@Nullable InputStream in = MailPages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
