package fr.plisante.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Writes the same refusal as problem+json to a program and as a plain page to a person, in French or English. */
@Component
public class Answers {

    private static final String PROBLEM = "problem.";
    /** What trying again would not help. */
    private static final Set<String> IN_VAIN = Set.of("not-found", "forbidden", "bad-request");

    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final MessageSource messages;
    private final JsonMapper json;
    private final String template;

    Answers(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
        this.template = template();
    }

    /** Whether the answer is read by a person who moves from page to page. */
    public static boolean isNavigation(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return !request.getRequestURI().startsWith("/api/")
                && request.getHeader("HX-Request") == null
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Refuses with the texts {@code problem.<code>.title} and {@code .detail} of the messages. */
    public void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, Object... args)
            throws IOException {
        var locale = locale(request);
        var title = messages.getMessage(PROBLEM + code + ".title", args, locale);
        var detail = messages.getMessage(PROBLEM + code + ".detail", args, locale);
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        if (isNavigation(request)) {
            var again = !IN_VAIN.contains(code);
            var action = messages.getMessage(again ? "page.retry" : "page.home", null, locale);
            html(response, page(locale, title, detail, action, again ? href(request) : "/"));
        } else {
            problem(response, status, code, title, detail);
        }
    }

    void page(HttpServletRequest request, HttpServletResponse response, String code, String href) throws IOException {
        var locale = locale(request);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        html(
                response,
                page(
                        locale,
                        messages.getMessage("page." + code + ".title", null, locale),
                        messages.getMessage("page." + code + ".detail", null, locale),
                        messages.getMessage("page." + code + ".action", null, locale),
                        href));
    }

    private void problem(HttpServletResponse response, HttpStatus status, String code, String title, String detail)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:plisante:problem:" + code);
        problem.put("title", title);
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("code", code);
        write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, json.writeValueAsBytes(problem));
    }

    private static void html(HttpServletResponse response, String page) throws IOException {
        write(response, "text/html;charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private String page(Locale locale, String title, String detail, String action, String href) {
        return template.replace("{lang}", locale.getLanguage())
                .replace("{title}", HtmlUtils.htmlEscape(title, "UTF-8"))
                .replace("{detail}", HtmlUtils.htmlEscape(detail, "UTF-8"))
                .replace("{action}", HtmlUtils.htmlEscape(action, "UTF-8"))
                .replace("{href}", HtmlUtils.htmlEscape(href, "UTF-8"));
    }

    /** Only what is safe to repeat is offered again. */
    private static String href(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && isOwnPath(request.getRequestURI()) ? request.getRequestURI() : "/";
    }

    private static boolean isOwnPath(@Nullable String path) {
        return path != null && path.startsWith("/") && !path.startsWith("//") && !path.equals("/error");
    }

    private static Locale locale(HttpServletRequest request) {
        var wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (wanted == null) {
            return Locale.FRENCH;
        }
        try {
            var locale = Locale.lookup(Locale.LanguageRange.parse(wanted), LANGUAGES);
            return locale == null ? Locale.FRENCH : locale;
        } catch (IllegalArgumentException notALanguageRange) {
            return Locale.FRENCH;
        }
    }

    private static String template() {
        try (InputStream in = Answers.class.getResourceAsStream("/page.html")) {
            if (in == null) {
                throw new IllegalStateException("page.html is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
