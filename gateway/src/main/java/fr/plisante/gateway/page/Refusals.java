package fr.plisante.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Refusals a refusal, in French or English: as problem+json (RFC 9457) to a program, as a plain page to a person. */
@Component
public class Refusals {

    /** Codes for which the same request would be refused again. */
    private static final Set<String> FINAL = Set.of("not-found", "forbidden", "bad-request");

    private final MessageSource messages;
    private final JsonMapper json;
    private final AcceptHeaderLocaleResolver locales = new AcceptHeaderLocaleResolver();

    Refusals(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
        locales.setSupportedLocales(List.of(Locale.FRENCH, Locale.ENGLISH));
        locales.setDefaultLocale(Locale.FRENCH);
    }

    /** Whether a person asks for a page, and no script asks for data or a part of a page. */
    public static boolean isNavigation(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return !request.getRequestURI().startsWith("/api/")
                && request.getHeader("HX-Request") == null
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Refuses with the messages {@code problem.<code>.title} and {@code problem.<code>.detail}. */
    public void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, Object... args)
            throws IOException {
        var locale = locales.resolveLocale(request);
        var title = messages.getMessage("problem." + code + ".title", args, locale);
        var detail = messages.getMessage("problem." + code + ".detail", args, locale);
        response.setStatus(status.value());
        if (isNavigation(request)) {
            var again = !FINAL.contains(code);
            var action = messages.getMessage(again ? "page.retry" : "page.home", null, locale);
            write(response, new PlainPage(locale, title, detail, again ? repeatable(request) : "/", action));
        } else {
            var problem = ProblemDetail.forStatusAndDetail(status, detail);
            problem.setTitle(title);
            problem.setType(URI.create("urn:plisante:problem:" + code));
            problem.setProperty("code", code);
            write(response, locale, MediaType.APPLICATION_PROBLEM_JSON_VALUE, json.writeValueAsBytes(problem));
        }
    }

    /** Writes the page with the messages {@code page.<name>.title}, {@code .detail} and {@code .action}. */
    void page(HttpServletRequest request, HttpServletResponse response, String name, String href) throws IOException {
        var locale = locales.resolveLocale(request);
        write(
                response,
                new PlainPage(
                        locale,
                        messages.getMessage("page." + name + ".title", null, locale),
                        messages.getMessage("page." + name + ".detail", null, locale),
                        href,
                        messages.getMessage("page." + name + ".action", null, locale)));
    }

    private static void write(HttpServletResponse response, PlainPage page) throws IOException {
        write(response, page.locale(), "text/html;charset=UTF-8", page.html().getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpServletResponse response, Locale locale, String type, byte[] body)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The page asked for, if it is safe to ask for it again; else the home page. */
    private static String repeatable(HttpServletRequest request) {
        var path = request.getRequestURI();
        var safe = "GET".equals(request.getMethod())
                && path.startsWith("/")
                && !path.startsWith("//")
                && !path.equals("/error");
        return safe ? path : "/";
    }
}
