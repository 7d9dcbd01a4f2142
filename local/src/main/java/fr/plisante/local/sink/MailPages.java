package fr.plisante.local.sink;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** The captured mails as a mail client shows them, newest first; the page is {@code mails.html}. */
final class MailPages {

    private static final Pattern ONE = Pattern.compile("/mails/(\\d{1,18})(/html)?");
    private static final int SHOWN = 300;
    private static final String HTML = "text/html; charset=utf-8";
    private static final Template PAGE =
            Mustache.compiler().nullValue("").emptyStringIsFalse(true).compile(resource("mails.html"));
    /** A mail may look as it likes, run nothing, fetch nothing, and open its links in a window of their own. */
    private static final String MAIL_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
                    + "style-src 'unsafe-inline'; img-src data:";

    private final Mails mails;

    MailPages(Mails mails) {
        this.mails = mails;
    }

    void answer(HttpExchange http) throws IOException {
        var exchange = new Exchange(http);
        var one = ONE.matcher(exchange.path());
        var mail = mails.find(one);
        if (exchange.path().equals("/")) {
            list(exchange, exchange.query().getOrDefault("to", "").strip());
        } else if (exchange.path().equals("/mails.css")) {
            exchange.send(200, "text/css; charset=utf-8", resource("mails.css"));
        } else if (mail.isEmpty()) {
            page(exchange, 404, "404", Map.of("missing", true));
        } else {
            show(exchange, mail.get(), one.group(2) != null);
        }
    }

    private void list(Exchange exchange, String wanted) throws IOException {
        var rows = mails.newestFirst()
                .filter(mail -> mail.mentions(wanted))
                .limit(SHOWN)
                .toList();
        var texts = texts(exchange);
        var count = texts.getString("count").formatted(mails.count());
        Map<String, Object> list = Map.of("list", true, "mails", rows, "count", count, "wanted", wanted);
        page(exchange, 200, texts.getString("title"), list);
    }

    /** A mail on its page, or its HTML part alone. */
    private void show(Exchange exchange, Mail mail, boolean alone) throws IOException {
        var content = MailContent.read(mails.source(mail));
        if (alone) {
            var html = "<base target=\"_blank\">" + Objects.requireNonNullElse(content.html(), "");
            exchange.send(200, HTML, MAIL_POLICY, html.getBytes(StandardCharsets.UTF_8));
        } else {
            page(exchange, 200, mail.subject(), Map.of("open", true, "row", mail, "content", content));
        }
    }

    private static void page(Exchange exchange, int status, String title, Map<String, Object> more) throws IOException {
        var page = new HashMap<>(more);
        page.put("texts", (Mustache.CustomContext) texts(exchange)::getString);
        page.put("title", title);
        exchange.send(status, HTML, PAGE.execute(page));
    }

    private static ResourceBundle texts(Exchange exchange) {
        var wanted = exchange.header("Accept-Language").toLowerCase(Locale.ROOT);
        return ResourceBundle.getBundle(
                "fr.plisante.local.sink.mails",
                wanted.startsWith("en") ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(MailPages.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
