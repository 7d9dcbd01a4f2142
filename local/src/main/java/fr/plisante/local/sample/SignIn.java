package fr.plisante.local.sample;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Signs a person in as a browser does: the pages of Keycloak, the password, then the code from the captured mail. */
public final class SignIn {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
    private static final Duration CODE_PATIENCE = Duration.ofMinutes(1);
    private static final int MOST_PAGES = 6;

    private final URI publicUrl;
    private final URI sinkUrl;

    public SignIn(URI publicUrl, URI sinkUrl) {
        this.publicUrl = publicUrl;
        this.sinkUrl = sinkUrl;
    }

    /** A session at the gateway. */
    public SignedIn as(String email, String password) {
        var browser = new Browser(publicUrl);
        var home = publicUrl.resolve("/connexion");
        Predicate<URI> signedIn = next -> !next.getPath().startsWith("/auth/")
                && !next.getPath().startsWith("/login/oauth2/")
                && !next.getPath().startsWith("/oauth2/");
        walk(browser, browser.get(home, signedIn), email, password, signedIn);
        return new SignedIn(browser);
    }

    /** An access token of strong sign-in, for programs that act for a person. */
    public Tokens tokens(String email, String password, String gatewaySecret) {
        var browser = new Browser(publicUrl);
        var callback = publicUrl.resolve("/login/oauth2/code/plisante");
        Predicate<URI> called = next -> next.getPath().equals(callback.getPath());
        var start = publicUrl.resolve("/auth/realms/plisante/protocol/openid-connect/auth?"
                + Http.encoded(Map.of(
                        "response_type", "code",
                        "client_id", "gateway",
                        "scope", "openid",
                        "acr_values", "2",
                        "redirect_uri", callback.toString())));
        var last = walk(browser, browser.get(start, called), email, password, called);
        var location = last.uri().resolve(last.headers().firstValue("Location").orElseThrow());
        var code = Pattern.compile("(?:^|&)code=([^&]+)").matcher(location.getRawQuery());
        if (!code.find()) {
            throw new SampleFailed("Keycloak gave no code for " + email + ": " + location);
        }
        return Tokens.of(
                publicUrl,
                gatewaySecret,
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code.group(1),
                        "redirect_uri", callback.toString()));
    }

    private HttpResponse<String> walk(
            Browser browser, HttpResponse<String> first, String email, String password, Predicate<URI> end) {
        var seen = newestMail(email);
        var page = first;
        var given = new HashSet<String>();
        for (int i = 0; i < MOST_PAGES && page.statusCode() / 100 != 3; i++) {
            var form = form(page, email);
            var fields = fields(form);
            if (fields.containsKey("code")) {
                fields.put("code", once("code", given, form, email, () -> code(email, seen)));
            } else if (fields.containsKey("password")) {
                fields.computeIfPresent("username", (name, value) -> email);
                fields.put("password", once("password", given, form, email, () -> password));
            } else {
                fields.put("username", email);
            }
            page = browser.post(page.uri().resolve(form.attr("action")), fields, end);
        }
        if (page.statusCode() / 100 == 3) {
            return page;
        }
        throw new SampleFailed("The sign-in of " + email + " does not end; the last page was " + page.uri());
    }

    /** A second wrong try would only bring the account nearer to its lock. */
    private static String once(String field, Set<String> given, Element form, String email, Supplier<String> value) {
        if (!given.add(field)) {
            throw new SampleFailed("The " + field + " of " + email + " was not taken: " + words(form.ownerDocument()));
        }
        return value.get();
    }

    private static Element form(HttpResponse<String> page, String email) {
        var document = Jsoup.parse(page.body(), page.uri().toString());
        var form = document.selectFirst(
                "form:has(input[name=code]), form:has(input[name=password]), " + "form:has(input[name=username])");
        if (page.statusCode() != 200 || form == null) {
            throw new SampleFailed("The sign-in of " + email + " ended at " + page.uri() + " with " + page.statusCode()
                    + ": " + words(document));
        }
        return form;
    }

    private static String words(@Nullable Document document) {
        var text = document == null ? "" : document.text();
        return text.substring(0, Math.min(text.length(), 300));
    }

    private static Map<String, String> fields(Element form) {
        Map<String, String> fields = new HashMap<>();
        for (var input : form.select("input[name]")) {
            fields.put(input.attr("name"), input.val());
        }
        return fields;
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
        return Http.get(sinkUrl.resolve("/api/mails?to=" + Http.encoded(email) + "&after=" + after + more));
    }
}
