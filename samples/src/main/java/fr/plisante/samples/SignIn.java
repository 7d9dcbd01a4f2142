package fr.plisante.samples;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/** Signs a person in as a browser does: the pages of Keycloak, the password, then the code from the captured mail. */
public final class SignIn {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
    private static final Duration CODE_PATIENCE = Duration.ofMinutes(1);
    private static final int MOST_STEPS = 20;

    private final URI publicUrl;
    private final URI sinkUrl;

    public SignIn(URI publicUrl, URI sinkUrl) {
        this.publicUrl = publicUrl;
        this.sinkUrl = sinkUrl;
    }

    /** A session at the gateway. */
    public SignedIn as(String email, String password) {
        var session = new SignedIn(publicUrl);
        walk(
                session,
                publicUrl.resolve("/connexion"),
                email,
                password,
                next -> !next.getPath().matches("/(auth|oauth2|login/oauth2)/.*"));
        return session;
    }

    /** An access token of strong sign-in, for programs that act for a person. */
    public Tokens tokens(String email, String password, String gatewaySecret) {
        var callback = publicUrl.resolve("/login/oauth2/code/plisante");
        var start = publicUrl.resolve("/auth/realms/plisante/protocol/openid-connect/auth?"
                + Http.encoded(Map.of(
                        "response_type", "code",
                        "client_id", "gateway",
                        "scope", "openid",
                        "acr_values", "2",
                        "redirect_uri", callback.toString())));
        var end = walk(
                new SignedIn(publicUrl),
                start,
                email,
                password,
                next -> next.getPath().equals(callback.getPath()));
        var code = Pattern.compile("(?:^|&)code=([^&]+)").matcher(end.getRawQuery());
        if (!code.find()) {
            throw new SampleFailed("Keycloak gave no code for " + email + ": " + end);
        }
        return Tokens.of(
                publicUrl,
                gatewaySecret,
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code.group(1),
                        "redirect_uri", callback.toString()));
    }

    /** Fills in each page and follows each redirect, until one leads to the end; gives that address. */
    private URI walk(SignedIn session, URI start, String email, String password, Predicate<URI> end) {
        var seen = newestMail(email);
        var given = new HashSet<String>();
        var page = session.page(start);
        for (int step = 0; step < MOST_STEPS; step++) {
            var next = page.headers().firstValue("Location").map(page.uri()::resolve);
            if (next.isPresent() && end.test(next.get())) {
                return next.get();
            }
            if (next.isPresent()) {
                page = session.page(next.get());
            } else {
                var form = form(page, email);
                page = session.submit(
                        page.uri().resolve(form.attr("action")), filledIn(form, email, password, seen, given));
            }
        }
        throw new SampleFailed("The sign-in of " + email + " does not end; the last page was " + page.uri());
    }

    private Map<String, String> filledIn(Element form, String email, String password, long seen, Set<String> given) {
        var fields = new HashMap<String, String>();
        form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.val()));
        var wanted = fields.containsKey("code") ? "code" : fields.containsKey("password") ? "password" : "username";
        if (!given.add(wanted)) {
            // A second wrong try would only bring the account nearer to its lock.
            throw new SampleFailed("The " + wanted + " of " + email + " was not taken: "
                    + words(Objects.requireNonNull(form.ownerDocument())));
        }
        fields.computeIfPresent("username", (_, _) -> email);
        fields.computeIfPresent("password", (_, _) -> password);
        fields.computeIfPresent("code", (_, _) -> code(email, seen));
        return fields;
    }

    private static Element form(HttpResponse<String> page, String email) {
        var document = Jsoup.parse(page.body(), page.uri().toString());
        var form = document.selectFirst("form:has(input[name=code], input[name=password], input[name=username])");
        if (page.statusCode() != 200 || form == null) {
            throw new SampleFailed("The sign-in of " + email + " ended at " + page.uri() + " with " + page.statusCode()
                    + ": " + words(document));
        }
        return form;
    }

    private static String words(Element page) {
        var text = page.text();
        return text.substring(0, Math.min(text.length(), 300));
    }

    private long newestMail(String email) {
        var newest = 0L;
        for (JsonNode mail : mails(email, 0, "&summary=1")) {
            newest = Math.max(newest, mail.get("seq").asLong());
        }
        return newest;
    }

    private String code(String email, long after) {
        return Http.await("the sign-in code of " + email, CODE_PATIENCE, () -> {
            for (JsonNode mail : mails(email, after, "")) {
                var code = CODE.matcher(mail.get("subject").asString() + "\n"
                        + mail.path("text").asString());
                // A notice that comes in between has six digits too, somewhere in its link.
                if (mail.get("messageId").asString().contains("@codes.") && code.find()) {
                    return code.group();
                }
            }
            return null;
        });
    }

    private JsonNode mails(String email, long after, String more) {
        return Http.json(Http.send(
                Http.request(sinkUrl.resolve("/api/mails?to=" + Http.encoded(email) + "&after=" + after + more))));
    }
}
