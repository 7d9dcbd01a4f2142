package fr.plisante.local.sink;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Europe/Paris"));

    private final Mails mails;

    MailPages(Mails mails) {
        this.mails = mails;
    }

    /** A mail as the page writes it. */
    private record Row(long seq, String time, String from, String to, String subject) {

        static Row of(Mail mail) {
            return new Row(
                    mail.seq(), TIME.format(mail.at()), mail.from(), String.join(", ", mail.to()), mail.subject());
        }
    }

    void answer(HttpExchange http) throws IOException {
        var exchange = new Exchange(http);
        var one = ONE.matcher(exchange.path());
        var mail = one.matches() ? mails.find(Long.parseLong(one.group(1))) : Optional.<Mail>empty();
        if (exchange.path().equals("/")) {
            list(exchange, exchange.query().getOrDefault("to", "").strip());
        } else if (exchange.path().equals("/mails.css")) {
            exchange.send(200, "text/css; charset=utf-8", resource("mails.css"));
        } else if (mail.isEmpty()) {
            page(exchange, 404, "404", Map.of("missing", true));
        } else if (one.group(2) != null) {
            var html = Objects.requireNonNullElse(
                    MailContent.read(mails.source(mail.get())).html(), "");
            exchange.send(200, HTML, MAIL_POLICY, ("<base target=\"_blank\">" + html).getBytes(StandardCharsets.UTF_8));
        } else {
            var content = MailContent.read(mails.source(mail.get()));
            page(
                    exchange,
                    200,
                    mail.get().subject(),
                    Map.of("open", true, "row", Row.of(mail.get()), "content", content));
        }
    }

    private void list(Exchange exchange, String wanted) throws IOException {
        var rows = mails.newestFirst()
                .filter(mail -> mail.mentions(wanted))
                .limit(SHOWN)
                .map(Row::of)
                .toList();
        var texts = texts(exchange);
        var count = texts.getString("count").formatted(mails.count());
        page(
                exchange,
                200,
                texts.getString("title"),
                Map.of("list", true, "mails", rows, "count", count, "wanted", wanted));
    }

    private static void page(Exchange exchange, int status, String title, Map<String, Object> more) throws IOException {
        var page = new HashMap<>(more);
        var texts = texts(exchange);
        page.put("texts", texts.keySet().stream().collect(Collectors.toMap(Function.identity(), texts::getString)));
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
