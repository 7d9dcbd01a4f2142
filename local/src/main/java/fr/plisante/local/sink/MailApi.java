package fr.plisante.local.sink;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /api/mails?to=&after=&summary=}, {@code GET /api/mails/count}, {@code GET /api/mails/<seq>/source} and
 * {@code PUT /api/behaviour}, for tests and scripts.
 */
final class MailApi {

    private static final Pattern SOURCE = Pattern.compile("/api/mails/(\\d{1,18})/source");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JSON_TYPE = "application/json";
    private static final long SLOW_MILLIS = 10_000;

    private final Mails mails;
    private final Behaviour behaviour;
    private final Relay relay;

    MailApi(Mails mails, Behaviour behaviour, Relay relay) {
        this.mails = mails;
        this.behaviour = behaviour;
        this.relay = relay;
    }

    /** A mail with its texts, as the API gives it. */
    record Opened(@JsonUnwrapped Mail mail, @JsonUnwrapped MailContent content) {}

    /** {@code mode}: ok, slow (with {@code millis}), down, or refuse (with {@code address}, else everyone). */
    record Wish(
            @Nullable String mode,
            @Nullable String address,
            @Nullable Long millis) {}

    void answer(HttpExchange http) throws IOException {
        var exchange = new Exchange(http);
        switch (http.getRequestMethod() + " " + exchange.path()) {
            case "GET /api/mails" -> list(exchange);
            case "GET /api/mails/count" ->
                exchange.send(200, JSON_TYPE, JSON.writeValueAsString(Map.of("count", mails.count())));
            case "PUT /api/behaviour" -> exchange.send(behaved(http) ? 204 : 400, JSON_TYPE, "");
            default -> source(exchange);
        }
    }

    /** Mail by mail: thousands of them would not fit into the little memory there is. */
    private void list(Exchange exchange) throws IOException {
        var query = exchange.query();
        var to = query.getOrDefault("to", "");
        var after = query.getOrDefault("after", "");
        try (var out = exchange.stream(JSON_TYPE);
                var array = JSON.writer().writeValuesAsArray(out)) {
            var wanted = mails.after(after.matches("\\d{1,18}") ? Long.parseLong(after) : 0)
                    .filter(mail -> to.isEmpty() || mail.isFor(to));
            for (Mail mail : (Iterable<Mail>) wanted::iterator) {
                array.write(
                        query.containsKey("summary") ? mail : new Opened(mail, MailContent.read(mails.source(mail))));
            }
        }
    }

    private void source(Exchange exchange) throws IOException {
        var mail = mails.find(SOURCE.matcher(exchange.path()));
        if (mail.isEmpty()) {
            exchange.send(404, "text/plain", "");
            return;
        }
        try (var in = mails.source(mail.get())) {
            exchange.send(200, "message/rfc822", "sandbox; default-src 'none'", in.readAllBytes());
        }
    }

    private boolean behaved(HttpExchange http) {
        try {
            var wish = JSON.readValue(http.getRequestBody(), Wish.class);
            switch (Objects.requireNonNullElse(wish.mode(), "")) {
                case "ok" -> relay.up();
                case "slow" -> behaviour.slow(Objects.requireNonNullElse(wish.millis(), SLOW_MILLIS));
                case "down" -> relay.down();
                case "refuse" -> behaviour.refuse(Objects.requireNonNullElse(wish.address(), ""));
                default -> {
                    return false;
                }
            }
            return true;
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
