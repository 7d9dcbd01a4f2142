package fr.plisante.gateway.page;

import fr.plisante.starter.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal in the reader's language: as problem+json (RFC 9457) to a program, as a plain page to a person. */
@Component
public class AnswerWriter {

    /** Where trying again gets the same answer. */
    private static final Set<HttpStatus> FINAL =
            Set.of(HttpStatus.BAD_REQUEST, HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);

    private final MessageSource messages;
    private final JsonMapper json;
    private final LocaleResolver locales;

    AnswerWriter(MessageSource messages, JsonMapper json, LocaleResolver locales) {
        this.messages = messages;
        this.json = json;
        this.locales = locales;
    }

    /** Whether a person asks for a page, and no script asks for data or a part of a page. */
    public static boolean isNavigation(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/")
                && request.getHeader("HX-Request") == null
                && Objects.toString(request.getHeader(HttpHeaders.ACCEPT), "").contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Answers with a refusal and its headers. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        var locale = locales.resolveLocale(request);
        var problem = refusal.updateAndGetBody(messages, locale);
        response.setStatus(problem.getStatus());
        refusal.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        if (isNavigation(request)) {
            var again = !FINAL.contains(refusal.status());
            write(
                    response,
                    new PlainPage(
                            locale,
                            Objects.requireNonNull(problem.getTitle()),
                            Objects.requireNonNull(problem.getDetail()),
                            again ? repeatable(request) : "/",
                            messages.getMessage(again ? "page.retry" : "page.home", null, locale)));
        } else {
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
